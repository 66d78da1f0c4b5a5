package com.optiply.picqer.door;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that stands still until somebody waits, and remembers every wait. Thread-safe. */
final class VirtualTime implements DoorTime {
    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public synchronized long nanos() {
        return passed.toNanos();
    }

    @Override
    public synchronized Instant now() {
        return BEGINNING.plus(passed);
    }

    @Override
    public synchronized void pause(Duration duration) {
        pauses.add(duration);
        passed = passed.plus(duration);
    }

    synchronized void pass(Duration duration) {
        passed = passed.plus(duration);
    }

    synchronized Duration passed() {
        return passed;
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
