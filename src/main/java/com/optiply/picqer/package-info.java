/** Keeps Optiply in step with Picqer. Each package is one subject; {@code src/docs/architecture.md} is the map. */
@NullMarked
package com.optiply.picqer;

import org.jspecify.annotations.NullMarked;
