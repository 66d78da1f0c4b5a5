package com.optiply.picqer.customer;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a person writes how long something takes: whole numbers with {@code d}, {@code h}, {@code m}, {@code s} and
 * {@code ms}, each at most once and the longest first. Camel's own reader takes some slips for a number.
 */
public final class TimeSpan {
    private static final String NUMBER = "([0-9]{1,9})";
    private static final Pattern FORM =
            Pattern.compile("(?=.)(?:N d)?(?:N h)?(?:N m(?!s))?(?:N s)?(?:N ms)?".replace("N ", NUMBER));

    private TimeSpan() {}

    /** Nothing, where the text is anything else. */
    public static Optional<Duration> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(Duration.ofDays(number(form, 1))
                        .plusHours(number(form, 2))
                        .plusMinutes(number(form, 3))
                        .plusSeconds(number(form, 4))
                        .plusMillis(number(form, 5)))
                : Optional.empty();
    }

    private static long number(Matcher form, int part) {
        return form.group(part) == null ? 0 : Long.parseLong(form.group(part));
    }
}
