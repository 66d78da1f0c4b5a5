/**
 * The way of a dropped file: claimed, read into the state, what its rows ask for written, and answered when every row
 * has its outcome. No Camel.
 */
@NullMarked
package com.optiply.picqer.sync.dropped;

import org.jspecify.annotations.NullMarked;
