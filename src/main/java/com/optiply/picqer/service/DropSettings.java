package com.optiply.picqer.service;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.util.TimeUtils;

/**
 * Where people drop files, and how they are looked for.
 *
 * @param root of the folders of all customers
 * @param every how often the folders are looked into
 * @param stillFor how long a file must lie still before it is taken
 */
record DropSettings(Path root, Duration every, Duration stillFor) {
    private static final String PREFIX = "picqer-optiply.drop.";
    private static final Duration STILL_FOR_AT_MOST = Duration.ofMinutes(1);

    /** A folder of a relative name lies beside application.properties, wherever the program is started. */
    static DropSettings of(Installation installation) {
        Properties properties = installation.readProperties();
        Duration stillFor = duration(properties, "still-for", "2s");
        if (stillFor.compareTo(STILL_FOR_AT_MOST) > 0) {
            throw refused("still-for", "a time up to a minute, such as 2s");
        }
        return new DropSettings(root(installation, properties), duration(properties, "every", "5s"), stillFor);
    }

    private static Path root(Installation installation, Properties properties) {
        try {
            String folder = properties.getProperty(PREFIX + "folder", "drop").strip();
            return installation.properties().resolveSibling(folder).normalize();
        } catch (InvalidPathException noPath) {
            throw refused("folder", "a folder, such as drop");
        }
    }

    private static Duration duration(Properties properties, String name, String standard) {
        try {
            String value = properties.getProperty(PREFIX + name, standard).strip();
            Duration duration = Duration.ofMillis(TimeUtils.toMilliSeconds(value));
            if (duration.isNegative() || duration.isZero()) {
                throw refused(name, "a time above 0, such as " + standard);
            }
            return duration;
        } catch (NumberFormatException noTime) {
            throw refused(name, "a time, such as " + standard);
        }
    }

    private static InstallationException refused(String name, String expected) {
        return new InstallationException(
                "`" + PREFIX + name + "` in application.properties must be " + expected + ". Correct it.");
    }
}
