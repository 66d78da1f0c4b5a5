package com.optiply.picqer.service;

import com.optiply.picqer.sync.Retention.Terms;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How long the state keeps what, from the properties that begin with {@code picqer-optiply.retention.}. */
final class RetentionTerms {
    static final String PREFIX = "picqer-optiply.retention.";

    /** What is kept, and for how long where nothing is said. */
    static final Map<String, String> DEFAULTS =
            new TreeMap<>(Map.of("runs", "90d", "changes", "400d", "requests", "7d"));

    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,4}d");

    private RetentionTerms() {}

    static Terms of(Properties properties) {
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.startsWith(PREFIX) && !DEFAULTS.containsKey(name.substring(PREFIX.length()))) {
                throw new InstallationException("There is no property `" + name + "`. Properties here: " + PREFIX
                        + String.join(", " + PREFIX, DEFAULTS.keySet()) + ".");
            }
        }
        return new Terms(days(properties, "runs"), days(properties, "changes"), days(properties, "requests"));
    }

    private static Duration days(Properties properties, String name) {
        String text = properties.getProperty(PREFIX + name, DEFAULTS.get(name)).strip();
        if (!DAYS.matcher(text).matches()) {
            throw new InstallationException("The property `" + PREFIX + name + "` must be a number of days such as `"
                    + DEFAULTS.get(name) + "`, not `" + text + "`. Correct it in application.properties.");
        }
        return Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}
