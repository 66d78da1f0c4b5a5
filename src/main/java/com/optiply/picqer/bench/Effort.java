package com.optiply.picqer.bench;

/**
 * What one sync cost the process that did it.
 *
 * @param read products
 * @param cpuNanos of the whole process: threads, garbage collection and compilation
 * @param peakHeapBytes garbage included
 * @param liveHeapBytes the most that was left after a full collection; 0 where that was not measured
 */
record Effort(long read, long nanos, long cpuNanos, long peakHeapBytes, long liveHeapBytes) {}
