/** Rows of dropped lists of preferred suppliers (mapping.md, "Bulk preferred suppliers"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.preference;

import org.jspecify.annotations.NullMarked;
