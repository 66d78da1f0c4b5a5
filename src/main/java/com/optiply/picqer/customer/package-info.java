/** What a customer file says, as typed and checked settings, where its secrets come from; how values are written. */
@NullMarked
package com.optiply.picqer.customer;

import org.jspecify.annotations.NullMarked;
