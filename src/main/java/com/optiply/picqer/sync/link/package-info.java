/** How what Optiply last acknowledged of a record goes from one state to the next. No Camel. */
@NullMarked
package com.optiply.picqer.sync.link;

import org.jspecify.annotations.NullMarked;
