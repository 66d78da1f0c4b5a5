package com.optiply.picqer.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
    private static final Instant START = Instant.parse("2025-10-08T08:00:00Z");

    @Test
    void standsUntilItIsAdvanced() {
        SandboxClock clock = SandboxClock.standing(START);

        assertThat(clock.instant()).isEqualTo(START);
        clock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void runsFromWhereItIsTold() {
        SandboxClock clock = SandboxClock.running(START);

        assertThat(clock.instant()).isBetween(START, START.plusSeconds(60));
    }

    @Test
    void movesTogetherWithItselfInAnotherZone() {
        SandboxClock clock = SandboxClock.standing(START);
        SandboxClock amsterdam = clock.withZone(ZoneId.of("Europe/Amsterdam"));

        clock.advance(Duration.ofHours(2));

        assertThat(amsterdam.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(amsterdam.getZone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    }
}
