/** The two ways out, to Picqer and to Optiply: credentials, budget, retries and the classes of failure. */
@NullMarked
package com.optiply.picqer.door;

import org.jspecify.annotations.NullMarked;
