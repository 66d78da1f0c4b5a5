/** What the flows have to know of other records to decide about one. No Camel. */
@NullMarked
package com.optiply.picqer.sync.lookup;

import org.jspecify.annotations.NullMarked;
