package com.optiply.picqer.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The most that is in use at any time, garbage left out: collects everything twice a second and looks. */
final class LiveHeap implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong peakBytes = new AtomicLong();

    static LiveHeap watch() {
        LiveHeap live = new LiveHeap();
        live.watch.scheduleWithFixedDelay(live::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return live;
    }

    private void look() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        peakBytes.accumulateAndGet(used, Math::max);
    }

    /** Up to now; looks once more, so that there is a figure for work that was over at once. */
    long peakBytes() {
        look();
        return peakBytes.get();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
