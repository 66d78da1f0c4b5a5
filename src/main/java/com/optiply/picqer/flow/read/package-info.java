/** Picqer to Optiply: what each of these flows reads, page by page. */
@NullMarked
package com.optiply.picqer.flow.read;

import org.jspecify.annotations.NullMarked;
