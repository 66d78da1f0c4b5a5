package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ElapsedTest {
    private static final Instant NOON = Instant.parse("2025-10-08T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final Elapsed elapsed = new Elapsed(NOON, nanos::get);

    @Test
    void isAsLongAsTheMachineSaysWhereTheClockWasSetBack() {
        nanos.set(Duration.ofHours(5).toNanos());

        assertThat(elapsed.until(NOON.plus(Duration.ofHours(1)))).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void isAsLongAsTheClockSaysWhereTheMachineSlept() {
        nanos.set(Duration.ofMinutes(1).toNanos());

        assertThat(elapsed.until(NOON.plus(Duration.ofHours(5)))).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void goesOnFromTheClockAsItWasSet() {
        nanos.set(Duration.ofHours(5).toNanos());
        elapsed.until(NOON.plus(Duration.ofHours(1)));
        nanos.set(Duration.ofHours(6).toNanos());

        assertThat(elapsed.until(NOON.plus(Duration.ofHours(2)))).isEqualTo(Duration.ofHours(6));
    }
}
