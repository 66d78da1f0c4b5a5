/** Optiply to Picqer: an order from its buyer to a purchase order that is there once, and is marked as purchased. */
@NullMarked
package com.optiply.picqer.flow.export;

import org.jspecify.annotations.NullMarked;
