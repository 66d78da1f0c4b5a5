package com.optiply.picqer.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as a person of the customer's reads them, and names of the state as it writes them. */
final class DayAndTime {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT);

    private DayAndTime() {}

    static String of(Instant moment, ZoneId zone) {
        return SHORT.format(moment.atZone(zone));
    }

    static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
