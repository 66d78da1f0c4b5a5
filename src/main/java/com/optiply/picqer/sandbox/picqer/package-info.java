/** Picqer's API v1 as a state machine: its resources, its rules, its limits, and what its users do meanwhile. */
@NullMarked
package com.optiply.picqer.sandbox.picqer;

import org.jspecify.annotations.NullMarked;
