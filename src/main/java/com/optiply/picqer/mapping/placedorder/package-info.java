/** Optiply's buy orders as Picqer's purchase orders (mapping.md, "Writing out purchase orders"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.placedorder;

import org.jspecify.annotations.NullMarked;
