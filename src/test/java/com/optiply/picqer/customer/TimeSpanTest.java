package com.optiply.picqer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "50ms, PT0.05S",
        "2s, PT2S",
        "1m30s, PT1M30S",
        "90m, PT1H30M",
        "1h5ms, PT1H0.005S",
        "400d, PT9600H",
        "1d2h3m4s5ms, PT26H3M4.005S",
        "0ms, PT0S",
        "999999999d, PT23999999976H"
    })
    void readsNumbersWithTheirUnits(String text, Duration time) {
        assertThat(TimeSpan.of(text)).contains(time);
    }

    /** Among them what Camel's reader takes for a number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "5 s",
                "1,5s",
                "1.5s",
                "-5s",
                "+5s",
                "5S",
                "5sec",
                "s",
                "5s5s",
                "30s1m",
                "5ms2s",
                "1h30",
                "PT5S",
                " ",
                "5w",
                "1234567890s",
                "5s "
            })
    void readsNothingElse(String text) {
        assertThat(TimeSpan.of(text)).isEmpty();
    }

    @Test
    void readsNoTimeInNoText() {
        assertThat(TimeSpan.of("")).isEmpty();
    }
}
