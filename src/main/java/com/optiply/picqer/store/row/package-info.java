/** What stands in the tables, row by row. */
@NullMarked
package com.optiply.picqer.store.row;

import org.jspecify.annotations.NullMarked;
