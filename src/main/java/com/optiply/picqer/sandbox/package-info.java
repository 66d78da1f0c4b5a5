/**
 * Picqer and Optiply, simulated as real HTTP servers: for the demo, for engineers to try customer files on, for
 * tests and benchmarks. Nothing outside this package but commands and benchmarks knows of it.
 */
@NullMarked
package com.optiply.picqer.sandbox;

import org.jspecify.annotations.NullMarked;
