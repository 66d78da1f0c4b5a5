/**
 * Optiply's public API as a state machine, faithful to what is known of it; where nothing is known, a switch of
 * {@link com.optiply.picqer.sandbox.optiply.OptiplySwitches} chooses.
 */
@NullMarked
package com.optiply.picqer.sandbox.optiply;

import org.jspecify.annotations.NullMarked;
