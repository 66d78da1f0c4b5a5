/**
 * What disables, deletes or empties: counted first, and held for a person where it is too much. What was refused is
 * left alone for a while. No Camel.
 */
@NullMarked
package com.optiply.picqer.sync.guard;

import org.jspecify.annotations.NullMarked;
