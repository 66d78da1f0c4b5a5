/** Shops to try things on: plain ones of any size, a year of one, and those with every odd record Picqer can hold. */
@NullMarked
package com.optiply.picqer.sandbox.world;

import org.jspecify.annotations.NullMarked;
