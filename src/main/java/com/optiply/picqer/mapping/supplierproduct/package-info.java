/** A product with its supplier (mapping.md, "Supplier products"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.supplierproduct;

import org.jspecify.annotations.NullMarked;
