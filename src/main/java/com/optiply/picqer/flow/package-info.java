/** The beans that the flow routes name: thin steps between Camel and {@code sync} or {@code mapping}. */
@NullMarked
package com.optiply.picqer.flow;

import org.jspecify.annotations.NullMarked;
