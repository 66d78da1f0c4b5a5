package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the clock of the machine counts as set back. */
class ClockWatchTest {
    private final AtomicLong nanos = new AtomicLong(-7);
    private Instant now = Instant.parse("2026-01-07T10:00:00Z");
    private final ClockWatch watch = new ClockWatch(new Set(), nanos::get);

    @Test
    void tellsByHowMuchItWasSetBackAndTellsItOnce() {
        pass(Duration.ofMinutes(1));
        assertThat(watch.setBack()).isZero();

        pass(Duration.ofMinutes(1));
        now = now.minus(Duration.ofHours(5));

        assertThat(watch.setBack()).isEqualTo(Duration.ofHours(5));
        pass(Duration.ofMinutes(1));
        assertThat(watch.setBack()).isZero();
    }

    @Test
    void aCorrectionOrAStepForwardIsNone() {
        now = now.minus(Duration.ofSeconds(50));
        assertThat(watch.setBack()).isZero();

        now = now.plus(Duration.ofDays(1));
        assertThat(watch.setBack()).as("as after a machine slept").isZero();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        now = now.plus(time);
    }

    /** A clock that is set. */
    private final class Set extends Clock {
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
            throw new UnsupportedOperationException();
        }
    }
}
