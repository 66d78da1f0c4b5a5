/** Lines of receipts (mapping.md, "Item deliveries"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.delivery;

import org.jspecify.annotations.NullMarked;
