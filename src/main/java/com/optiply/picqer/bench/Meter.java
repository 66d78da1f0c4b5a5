package com.optiply.picqer.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures what work costs this process. For one piece of work at a time. */
final class Meter {
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final boolean measuresLiveHeap;

    Meter(boolean measuresLiveHeap) {
        this.measuresLiveHeap = measuresLiveHeap;
    }

    /** @param work tells how many products it read */
    Effort measure(LongSupplier work) {
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        if (measuresLiveHeap) {
            try (LiveHeap live = LiveHeap.watch()) {
                return timed(work, live);
            }
        }
        return timed(work, null);
    }

    private Effort timed(LongSupplier work, @Nullable LiveHeap live) {
        long cpuBefore = machine.getProcessCpuTime();
        long before = System.nanoTime();
        long read = work.getAsLong();
        long nanos = System.nanoTime() - before;
        long cpuNanos = machine.getProcessCpuTime() - cpuBefore;
        return new Effort(read, nanos, cpuNanos, peakHeapBytes(), live == null ? 0 : live.peakBytes());
    }

    /** The peaks of its pools need not fall together, so this may be a little more than there ever was. */
    private long peakHeapBytes() {
        return heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
