package com.optiply.picqer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTimesTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, 2025-10-26T01:59:59, 2025-10-25T23:59:59Z",
        "Europe/Amsterdam, 2025-10-26T02:00:00, 2025-10-26T00:00:00Z",
        "Europe/Amsterdam, 2025-10-26T02:59:59, 2025-10-26T00:59:59Z",
        "Europe/Amsterdam, 2025-10-26T03:00:00, 2025-10-26T02:00:00Z",
        "America/New_York, 2025-11-02T01:30:00, 2025-11-02T05:30:00Z",
        "America/New_York, 2025-11-02T02:00:00, 2025-11-02T07:00:00Z",
        "Australia/Lord_Howe, 2025-04-06T01:45:00, 2025-04-05T14:45:00Z",
        "Australia/Lord_Howe, 2025-04-06T02:00:00, 2025-04-05T15:30:00Z"
    })
    void aTimeThatComesTwiceIsTheFirstOfTheTwo(ZoneId zone, LocalDateTime time, Instant moment) {
        assertThat(LocalTimes.moment(time, zone)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, 2025-03-30T01:59:59, 2025-03-30T00:59:59Z",
        "Europe/Amsterdam, 2025-03-30T02:00:00, 2025-03-30T01:00:00Z",
        "Europe/Amsterdam, 2025-03-30T02:30:00, 2025-03-30T01:30:00Z",
        "Europe/Amsterdam, 2025-03-30T03:00:00, 2025-03-30T01:00:00Z",
        "America/New_York, 2025-03-09T02:30:00, 2025-03-09T07:30:00Z",
        "Australia/Lord_Howe, 2025-10-05T02:10:00, 2025-10-04T15:40:00Z"
    })
    void aTimeThatNeverComesIsAsMuchLaterAsTheClocksSkip(ZoneId zone, LocalDateTime time, Instant moment) {
        assertThat(LocalTimes.moment(time, zone)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, 2025-07-01, 2025-06-30T22:00:00Z",
        "Europe/Amsterdam, 2025-03-30, 2025-03-29T23:00:00Z",
        "Europe/Amsterdam, 2025-10-26, 2025-10-25T22:00:00Z",
        "America/New_York, 2025-11-02, 2025-11-02T04:00:00Z",
        // Midnight never came: clocks went from 00:00 to 01:00.
        "America/Sao_Paulo, 2017-10-15, 2017-10-15T03:00:00Z",
        // Midnight came twice: clocks went back from 01:00 to 00:00.
        "America/Havana, 2025-11-02, 2025-11-02T04:00:00Z"
    })
    void aDayIsItsMidnight(ZoneId zone, LocalDate day, Instant moment) {
        assertThat(LocalTimes.startOf(day, zone)).isEqualTo(moment);
    }

    @Test
    void noDayIsNoMoment() {
        assertThat(LocalTimes.startOf(null, ZoneId.of("Europe/Amsterdam"))).isNull();
    }
}
