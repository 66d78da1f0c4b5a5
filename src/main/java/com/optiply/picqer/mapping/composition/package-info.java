/** The parts of composed products (mapping.md, "Composed products"). Pure. */
@NullMarked
package com.optiply.picqer.mapping.composition;

import org.jspecify.annotations.NullMarked;
