/**
 * What one run is: its turn and its lease, what it has read, its accounting, and its end. Nothing of any other run is
 * stored within it. No Camel.
 */
@NullMarked
package com.optiply.picqer.sync.run;

import org.jspecify.annotations.NullMarked;
