/** The command line. */
@NullMarked
package com.optiply.picqer.cli;

import org.jspecify.annotations.NullMarked;
