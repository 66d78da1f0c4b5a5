/** Decisions against what Optiply last acknowledged: what is left to be sent, and the outcome of all else. No Camel. */
@NullMarked
package com.optiply.picqer.sync.compare;

import org.jspecify.annotations.NullMarked;
