package com.optiply.picqer.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on when a test says so. */
public final class TestClock extends Clock {
    private Instant now;

    public TestClock() {
        this(Instant.parse("2026-11-23T12:00:00Z"));
    }

    public TestClock(Instant now) {
        this.now = now;
    }

    public void goOn(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("moments have no zone");
    }
}
