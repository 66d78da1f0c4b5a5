package com.optiply.picqer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BYTES = 30_000_000;

    private final AtomicReference<byte[]> held = new AtomicReference<>(new byte[0]);

    @Test
    void countsGarbageInThePeakOnly() {
        Effort effort = new Meter(true).measure(() -> {
            held.set(new byte[BYTES]);
            held.set(new byte[0]);
            return 7;
        });

        assertThat(effort.read()).isEqualTo(7);
        assertThat(effort.peakHeapBytes() - effort.liveHeapBytes()).isGreaterThan(BYTES / 2);
    }

    @Test
    void countsInTheLiveHeapWhatIsStillHeld() {
        Meter meter = new Meter(true);
        long before = meter.measure(() -> 0).liveHeapBytes();

        long after = meter.measure(() -> {
                    held.set(new byte[BYTES]);
                    return 0;
                })
                .liveHeapBytes();

        assertThat(after - before).isGreaterThan(BYTES / 2);
    }

    @Test
    void countsTheTimeOfEveryThread() {
        Effort effort = new Meter(false).measure(() -> {
            Thread other = new Thread(MeterTest::toil);
            other.start();
            joined(other);
            return 0;
        });

        assertThat(effort.cpuNanos()).isGreaterThan(20_000_000);
        assertThat(effort.nanos()).isPositive();
        assertThat(effort.liveHeapBytes()).isZero();
    }

    /** A tenth of a second of CPU, however busy the machine is. */
    private static void toil() {
        long end = 100_000_000 + THREADS.getCurrentThreadCpuTime();
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
