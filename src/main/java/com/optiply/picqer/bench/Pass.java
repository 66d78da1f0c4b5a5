package com.optiply.picqer.bench;

/** One sync, from both sides. */
record Pass(Effort effort, Tally tally) {}
