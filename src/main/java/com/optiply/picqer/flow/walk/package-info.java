/** What a run reads of Picqer, list by list and record by record, each to its end. */
@NullMarked
package com.optiply.picqer.flow.walk;

import org.jspecify.annotations.NullMarked;
