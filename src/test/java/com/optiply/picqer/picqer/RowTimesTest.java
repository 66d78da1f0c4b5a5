package com.optiply.picqer.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.DoorSamples;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTimesTest {

    @Test
    void timesAndDatesAreReadAsPicqerWritesThem() {
        RowReader row = row("{'at': '2025-10-08 10:01:11', 'on': '2025-10-21'}");

        assertThat(new RowTimes(row).time("at")).isEqualTo(LocalDateTime.of(2025, 10, 8, 10, 1, 11));
        assertThat(new RowTimes(row).timeOrNull("at")).isEqualTo(LocalDateTime.of(2025, 10, 8, 10, 1, 11));
        assertThat(new RowTimes(row).dateOrNull("on")).isEqualTo(LocalDate.of(2025, 10, 21));
        assertThat(row.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'at': null}", "{'at': ''}", "{'at': ' '}"})
    void nothingIsNone(String json) {
        RowReader row = row(json);

        assertThat(new RowTimes(row).timeOrNull("at")).isNull();
        assertThat(new RowTimes(row).dateOrNull("at")).isNull();
        assertThat(row.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'at': null}", "{'at': ''}"})
    void aTimeThatEveryRowHasIsMissedOnce(String json) {
        RowReader row = row(json);

        new RowTimes(row).time("at");

        assertThat(row.problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'2025-02-29 10:00:00'",
                "'2025-10-08 24:00:00'",
                "'2025-10-08 10:01'",
                "'2025-10-08T10:01:11'",
                "'2025-10-08 10:01:11Z'",
                "'2025-10-08'",
                "'0000-00-00 00:00:00'",
                "1759917671",
                "true",
                "[]"
            })
    void whatIsNoTimeIsToldOnce(String value) {
        RowReader row = row("{'at': " + value + "}");

        new RowTimes(row).time("at");

        assertThat(row.problems()).singleElement().asString().contains("a date and time such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2025-06-31'", "'2025-10-21 00:00:00'", "'21-10-2025'", "20251021"})
    void whatIsNoDateIsTold(String value) {
        RowReader row = row("{'on': " + value + "}");

        assertThat(new RowTimes(row).dateOrNull("on")).isNull();
        assertThat(row.problems()).singleElement().asString().contains("a date such as");
    }

    private static RowReader row(String json) {
        return new RowReader(DoorSamples.read(json.replace('\'', '"')));
    }
}
