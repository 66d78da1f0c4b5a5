package com.optiply.picqer.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Moments as the state writes them: always exactly three decimals, so that the order of the texts is the order of the
 * moments. What is finer than a millisecond is cut off.
 */
final class Moments {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Moments() {}

    static String text(Instant moment) {
        return MILLISECONDS.format(moment);
    }

    static Instant moment(String text) {
        return Instant.parse(text);
    }
}
