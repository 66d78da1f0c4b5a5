package com.optiply.picqer.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Picqer's times, which are local and without a zone, as moments (mapping.md, "Money and time"). */
public final class LocalTimes {
    private LocalTimes() {}

    /**
     * A time that comes twice, in the night when clocks go back, is the first of the two. A time that never comes, in
     * the night when they go forward, is as much later as the clocks skip.
     */
    public static Instant moment(LocalDateTime time, ZoneId zone) {
        return ZonedDateTime.of(time, zone).toInstant();
    }

    /** A day is its 00:00, which in some zones is itself a time that comes twice or never; null when there is none. */
    public static @Nullable Instant startOf(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : moment(day.atTime(0, 0), zone);
    }
}
