package com.optiply.picqer.sandbox.world;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** The year that {@link YearWorld} tells of, and chance in it. */
final class Year {
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2024-10-08T08:00:00");
    private static final LocalDateTime END = LocalDateTime.parse("2025-10-07T18:00:00");
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private Year() {}

    /** When the n-th of so many things happened that are spread evenly over the year. */
    static LocalDateTime moment(int number, int of) {
        return BEGIN.plusSeconds(BEGIN.until(END, ChronoUnit.SECONDS) * number / Math.max(1, of));
    }

    /** So much later, but not after the year. */
    static LocalDateTime later(LocalDateTime time, int hours) {
        LocalDateTime later = time.plusHours(hours);
        return later.isAfter(END) ? END : later;
    }

    /** What a record draws from: its own, so that it stays the same whatever else is in the shop. */
    static SplittableRandom chanceOf(long seed, long record) {
        return new SplittableRandom(seed * MIX + record);
    }

    /** A price with cents. */
    static String price(SplittableRandom chance) {
        return String.valueOf(chance.nextInt(1, 90)) + '.' + chance.nextInt(10, 100);
    }
}
