/** What a customer file says, as typed and checked settings, and where its secrets come from. */
@NullMarked
package com.optiply.picqer.customer;

import org.jspecify.annotations.NullMarked;
