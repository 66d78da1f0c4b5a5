/** Which products Optiply gets, and what it is told of them (mapping.md, "Products"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.product;

import org.jspecify.annotations.NullMarked;
