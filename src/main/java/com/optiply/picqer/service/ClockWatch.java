package com.optiply.picqer.service;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Tells when the clock of this machine was set back, by one that nobody sets. Asked again and again, by one thread. */
final class ClockWatch {
    /** Less than that is a correction as time servers make it: triggers come as much later, and nobody minds. */
    private static final Duration STEP_MIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final LongSupplier nanos;
    private long ahead;

    /** @param nanos a monotonic clock */
    ClockWatch(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.ahead = ahead();
    }

    /** By how much it was set back since this was last asked; zero: by nothing worth a word. */
    Duration setBack() {
        long before = ahead;
        ahead = ahead();
        Duration back = Duration.ofMillis(before - ahead);
        return back.compareTo(STEP_MIN) > 0 ? back : Duration.ZERO;
    }

    private long ahead() {
        return clock.millis() - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }
}
