/** Picqer's records as its API lists them, and the rules of walking its pages. */
@NullMarked
package com.optiply.picqer.picqer;

import org.jspecify.annotations.NullMarked;
