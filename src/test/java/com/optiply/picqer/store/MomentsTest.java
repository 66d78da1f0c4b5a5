package com.optiply.picqer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void alwaysHasThreeDecimals() {
        assertThat(Moments.text(Instant.parse("2026-11-23T15:42:28Z"))).isEqualTo("2026-11-23T15:42:28.000Z");
        assertThat(Moments.text(Instant.parse("2026-11-23T15:42:28.12Z"))).isEqualTo("2026-11-23T15:42:28.120Z");
    }

    @Test
    void cutsOffWhatIsFinerThanAMillisecond() {
        assertThat(Moments.text(Instant.parse("2026-11-23T15:42:28.123999Z"))).isEqualTo("2026-11-23T15:42:28.123Z");
    }

    @Test
    void readsWhatItWrote() {
        Instant moment = Instant.parse("2026-11-23T15:42:28.123Z");

        assertThat(Moments.moment(Moments.text(moment))).isEqualTo(moment);
    }
}
