package com.optiply.picqer.service;

import com.optiply.picqer.customer.PropertyValues;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Where people drop files, and how they are looked for.
 *
 * @param root of the folders of all customers
 * @param every how often the folders are looked into
 * @param stillFor how long a file must lie still before it is taken
 */
record DropSettings(Path root, Duration every, Duration stillFor) {
    static final String PREFIX = "picqer-optiply.drop.";

    /** What each is where nothing is said. */
    static final Map<String, String> DEFAULTS = Map.of("folder", "drop", "every", "5s", "still-for", "2s");

    private static final Duration STILL_FOR_MAX = Duration.ofMinutes(1);

    static DropSettings of(Installation installation) {
        return of(installation.properties(), installation.readProperties());
    }

    /** A folder of a relative name lies beside application.properties, wherever the program is started. */
    static DropSettings of(Path file, Properties properties) {
        PropertyValues values = new PropertyValues(properties, PREFIX, DEFAULTS);
        return new DropSettings(
                root(file, values), values.time("every"), values.time("still-for", STILL_FOR_MAX, "a minute"));
    }

    private static Path root(Path file, PropertyValues values) {
        try {
            return file.resolveSibling(values.text("folder")).normalize();
        } catch (InvalidPathException noPath) {
            throw values.unusable("folder", "a folder");
        }
    }
}
