/** Optiply's records as its API takes them: attributes, and what changed in them. */
@NullMarked
package com.optiply.picqer.optiply;

import org.jspecify.annotations.NullMarked;
