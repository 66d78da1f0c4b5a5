package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void understandsSeconds() {
        assertThat(Signals.retryAfter(" 120 ", NOON)).hasValue(Duration.ofMinutes(2));
    }

    @Test
    void understandsADate() {
        assertThat(Signals.retryAfter("Sun, 01 Mar 2026 12:00:30 GMT", NOON)).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void takesADateThatHasPassedAsNow() {
        assertThat(Signals.retryAfter("Sun, 01 Mar 2026 11:00:00 GMT", NOON)).hasValue(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999", "Sun, 99 Mar 2026 12:00:30 GMT"})
    void takesAnythingElseAsAbsent(String text) {
        assertThat(Signals.retryAfter(text, NOON)).isEmpty();
    }
}
