package com.optiply.picqer.mapping;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Picqer's times without a zone as moments (mapping.md, "Money and time"). */
public final class LocalTimes {
    private LocalTimes() {}

    /** An hour that the autumn repeats reads as the earlier offset; a time that the spring skips moves forward. */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
