/** Suppliers, and how they are known where the key may not read them (mapping.md, "Suppliers"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.supplier;

import org.jspecify.annotations.NullMarked;
