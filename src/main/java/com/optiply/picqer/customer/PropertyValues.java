package com.optiply.picqer.customer;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Reads the properties of one subject out of {@code application.properties} strictly: a value that makes no sense is
 * refused by the property's name, never guessed at.
 *
 * @param prefix what the names of the subject begin with
 * @param defaults by the names behind the prefix: all the properties that the subject has
 */
public record PropertyValues(Properties properties, String prefix, Map<String, String> defaults) {
    private static final Duration TIME_MAX = Duration.ofDays(1);
    private static final int DAYS_MAX = 99_999;

    public String text(String name) {
        return properties.getProperty(prefix + name, ordinary(name)).strip();
    }

    public Duration time(String name) {
        return time(name, TIME_MAX, "a day");
    }

    /** @param most in words, for the sentence */
    public Duration time(String name, Duration max, String most) {
        return TimeSpan.of(text(name))
                .filter(time -> !time.isZero() && time.compareTo(max) <= 0)
                .orElseThrow(() -> unusable(name, "a time above zero, up to " + most + ","));
    }

    public Duration days(String name) {
        return TimeSpan.of(text(name))
                .filter(time -> time.equals(Duration.ofDays(time.toDays())))
                .filter(time -> !time.isZero() && time.toDays() <= DAYS_MAX)
                .orElseThrow(() -> unusable(name, "a number of days"));
    }

    public int count(String name, int max) {
        String text = text(name);
        if (text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        throw unusable(name, "a whole number from 1 to " + max);
    }

    /** @param allowed what it must be, without the example */
    public IllegalArgumentException unusable(String name, String allowed) {
        return new IllegalArgumentException("The property `" + prefix + name + "` must be " + allowed + " such as `"
                + ordinary(name) + "`, not `" + text(name) + "`.");
    }

    private String ordinary(String name) {
        return Objects.requireNonNull(defaults.get(name), name);
    }
}
