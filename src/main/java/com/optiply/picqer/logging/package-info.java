/** Keeps credentials out of every log line. */
@NullMarked
package com.optiply.picqer.logging;

import org.jspecify.annotations.NullMarked;
