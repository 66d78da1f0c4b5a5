package com.optiply.picqer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Attributes;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DaysTest {
    private final Days days = new Days(ZoneId.of("Europe/Amsterdam"), Set.of("day"));

    @Test
    void nineInTheMorningIsTheSameDayAsItsMidnight() {
        assertThat(same("2026-01-20T09:00:00Z", "2026-01-19T23:00:00Z")).containsExactly("day");
    }

    @Test
    void theDayBeginsInTheCustomersZone() {
        assertThat(same("2026-01-20T09:00:00Z", "2026-01-20T23:30:00Z")).isEmpty();
        assertThat(same("2026-01-20T09:00:00Z", "2026-01-20T00:00:00Z")).containsExactly("day");
    }

    @Test
    void noDayIsLikeNoOther() {
        assertThat(days.same(Attributes.NONE, day("2026-01-20T09:00:00Z"))).isEmpty();
        assertThat(days.same(Attributes.NONE, Attributes.NONE)).isEmpty();
    }

    @Test
    void whatIsNotNamedIsComparedAsItIs() {
        Attributes other = Attributes.parse("{\"placed\":\"2026-01-20T09:00:00Z\"}");

        assertThat(days.same(other, other)).isEmpty();
    }

    private Set<String> same(String one, String other) {
        return days.same(day(one), day(other));
    }

    private static Attributes day(String moment) {
        return Attributes.parse("{\"day\":\"" + moment + "\"}");
    }
}
