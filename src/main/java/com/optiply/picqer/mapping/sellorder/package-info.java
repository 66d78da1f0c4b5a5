/** Picqer's orders as Optiply's sell orders (mapping.md, "Sell orders"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.sellorder;

import org.jspecify.annotations.NullMarked;
