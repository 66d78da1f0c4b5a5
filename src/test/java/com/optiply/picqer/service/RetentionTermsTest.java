package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.sync.run.Retention.Terms;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTermsTest {
    @Test
    void hasDefaults() {
        assertThat(terms(Map.of())).isEqualTo(new Terms(Duration.ofDays(90), Duration.ofDays(400), Duration.ofDays(7)));
    }

    @Test
    void takesEveryProperty() {
        assertThat(terms(Map.of(
                        "picqer-optiply.retention.runs", "1d",
                        "picqer-optiply.retention.changes", " 20d ",
                        "picqer-optiply.retention.requests", "3000d")))
                .isEqualTo(new Terms(Duration.ofDays(1), Duration.ofDays(20), Duration.ofDays(3000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0d", "-1d", "90", "3w", "1d12h", "100000d", "for ever"})
    void refusesWhatIsNoNumberOfDays(String text) {
        assertThatThrownBy(() -> terms(Map.of("picqer-optiply.retention.runs", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("picqer-optiply.retention.runs")
                .hasMessageContaining("such as `90d`");
    }

    private static Terms terms(Map<String, String> given) {
        Properties properties = new Properties();
        properties.putAll(given);
        return RetentionTerms.of(properties);
    }
}
