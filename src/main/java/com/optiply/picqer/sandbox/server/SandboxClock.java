package com.optiply.picqer.sandbox.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time in the sandbox: it begins where it is told, runs with the ticking clock below it (or stands still over a
 * fixed one) and can be moved on. Thread-safe.
 */
public final class SandboxClock extends Clock {
    private final Clock ticking;
    private final ZoneId zone;
    private final AtomicReference<Duration> ahead;

    private SandboxClock(Clock ticking, ZoneId zone, AtomicReference<Duration> ahead) {
        this.ticking = ticking;
        this.zone = zone;
        this.ahead = ahead;
    }

    /** A clock that runs as fast as the machine's. */
    public static SandboxClock running(Instant start) {
        Clock machine = Clock.systemUTC();
        Duration ahead = Duration.between(machine.instant(), start);
        return new SandboxClock(machine, ZoneOffset.UTC, new AtomicReference<>(ahead));
    }

    /** A clock that moves only when it is advanced, so that a test sees the same times in every run. */
    public static SandboxClock standing(Instant start) {
        Clock fixed = Clock.fixed(start, ZoneOffset.UTC);
        return new SandboxClock(fixed, ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
    }

    public void advance(Duration by) {
        ahead.updateAndGet(duration -> duration.plus(by));
    }

    @Override
    public Instant instant() {
        return ticking.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same time in another zone; advancing either advances both. */
    @Override
    public SandboxClock withZone(ZoneId other) {
        return new SandboxClock(ticking, other, ahead);
    }
}
