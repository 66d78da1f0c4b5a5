package com.optiply.picqer.sync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How long something has been under way, for who must not take it for shorter. A clock may be set back, and the
 * machine's own stands still while the machine sleeps: from one reading to the next the longer of the two counts.
 * Confined to one thread.
 */
final class Elapsed {
    private final LongSupplier nanos;
    private Instant lastRead;
    private long lastNanos;
    private Duration passed = Duration.ZERO;

    /** @param nanos of the machine, which nobody sets */
    Elapsed(Instant began, LongSupplier nanos) {
        this.nanos = nanos;
        this.lastRead = began;
        this.lastNanos = nanos.getAsLong();
    }

    /** Never less than it was when it was asked for before. */
    Duration until(Instant now) {
        long nanosNow = nanos.getAsLong();
        Duration byClock = Duration.between(lastRead, now);
        Duration byMachine = Duration.ofNanos(nanosNow - lastNanos);
        passed = passed.plus(byClock.compareTo(byMachine) > 0 ? byClock : byMachine);
        lastRead = now;
        lastNanos = nanosNow;
        return passed;
    }
}
