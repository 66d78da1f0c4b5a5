/** Every rule of the data, from Picqer to Optiply. Pure: no input or output, no clock, no Camel. */
@NullMarked
package com.optiply.picqer.mapping;

import org.jspecify.annotations.NullMarked;
