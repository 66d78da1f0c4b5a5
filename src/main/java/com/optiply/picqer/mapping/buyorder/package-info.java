/** Picqer's purchase orders as Optiply's buy orders (mapping.md, "Buy orders"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.buyorder;

import org.jspecify.annotations.NullMarked;
