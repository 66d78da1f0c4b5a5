/** The way out: orders that were placed in Optiply, and how far each has come on its way to Picqer. No Camel. */
@NullMarked
package com.optiply.picqer.sync.export;

import org.jspecify.annotations.NullMarked;
