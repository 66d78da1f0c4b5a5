package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new DoorSettings(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(2),
                        16,
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(15),
                        4096,
                        4096));
    }

    @Test
    void takesEveryPropertyAndLeavesOthersAlone() {
        assertThat(settings(Map.of(
                        "picqer-optiply.door.connect-timeout", "1s",
                        "picqer-optiply.door.response-timeout", "2s",
                        "picqer-optiply.door.total-timeout", "1m30s",
                        "picqer-optiply.door.answer-megabytes-max", "4",
                        "picqer-optiply.door.patience", "5m",
                        "picqer-optiply.door.rate-limit-patience", "1h",
                        "picqer-optiply.door.connections-per-host-max", "7",
                        "picqer-optiply.door.connections-max", "8",
                        "camel.main.name", "other")))
                .isEqualTo(new DoorSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(90),
                        4,
                        Duration.ofMinutes(5),
                        Duration.ofHours(1),
                        7,
                        8));
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, soon",
        "connect-timeout, 0",
        "patience, -5s",
        "total-timeout, 1d1ms",
        "answer-megabytes-max, 0",
        "answer-megabytes-max, 2048",
        "connections-max, many"
    })
    void refusesAValueThatMakesNoSense(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("picqer-optiply.door." + name, value)))
                .withMessageStartingWith("The property `picqer-optiply.door." + name + "` must be ")
                .withMessageEndingWith(", not `" + value + "`.");
    }

    private static DoorSettings settings(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return DoorSettings.of(properties);
    }
}
