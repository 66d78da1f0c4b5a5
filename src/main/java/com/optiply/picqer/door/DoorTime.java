package com.optiply.picqer.door;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Time for the doors and all else that waits. Injected, so that a test of fifteen minutes' patience takes none. */
public interface DoorTime {
    /** Monotonic, for intervals only. */
    long nanos();

    /** The wall clock, for dates that a server names. */
    Instant now();

    void pause(Duration duration) throws InterruptedException;

    DoorTime SYSTEM = new DoorTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    };
}
