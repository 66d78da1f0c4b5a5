/** Reads customer files before Camel does, and says all that is wrong with them at once. */
@NullMarked
package com.optiply.picqer.customer.check;

import org.jspecify.annotations.NullMarked;
