package com.optiply.picqer.service;

import com.optiply.picqer.customer.NearestMatch;
import com.optiply.picqer.door.DoorSettings;
import com.optiply.picqer.store.database.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That {@code application.properties} says of this program what it can say, and nothing else. A name that nobody reads
 * would be the same as none: the program would begin an empty state beside the one that was meant.
 */
final class OwnProperties {
    private static final String PROGRAM = "picqer-optiply";
    private static final String PASSWORD = StateLocation.PREFIX + "password";

    private OwnProperties() {}

    /** Every property that there is. */
    static Set<String> names() {
        return Stream.of(
                        all(StateLocation.PREFIX, StateLocation.NAMES),
                        all(DoorSettings.PREFIX, DoorSettings.DEFAULTS.keySet()),
                        all(DropSettings.PREFIX, DropSettings.DEFAULTS.keySet()),
                        all(RetentionTerms.PREFIX, RetentionTerms.DEFAULTS.keySet()))
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> all(String prefix, Set<String> names) {
        return names.stream().map(name -> prefix + name);
    }

    /** @throws InstallationException that tells of every name that there is not, or of the first unusable value */
    static void require(Path file, Properties properties) {
        Set<String> names = names();
        List<String> refused = properties.stringPropertyNames().stream()
                .filter(name -> isMeantForUs(name) && !names.contains(name))
                .sorted()
                .map(name -> refusal(file, name, names))
                .toList();
        if (!refused.isEmpty()) {
            throw new InstallationException(String.join(System.lineSeparator(), refused));
        }
        try {
            DoorSettings.of(properties);
            DropSettings.of(file, properties);
            RetentionTerms.of(properties);
        } catch (IllegalArgumentException unusable) {
            throw new InstallationException(unusable.getMessage() + " Correct it in " + file + ".", unusable);
        }
    }

    /** A slip in the program's own name would hide the property just as well. */
    private static boolean isMeantForUs(String name) {
        return NearestMatch.of(name.split("\\.", 2)[0], Set.of(PROGRAM)).isPresent();
    }

    private static String refusal(Path file, String name, Set<String> names) {
        if (name.equals(PASSWORD)) {
            return "`" + name + "` stands in " + file + " in clear text. Take it out and set the environment variable "
                    + StoreSettings.PASSWORD_VARIABLE + ".";
        }
        String advice = NearestMatch.of(
                        withoutProgram(name),
                        names.stream().map(OwnProperties::withoutProgram).toList())
                .map(near -> "Did you mean `" + PROGRAM + near + "`?")
                .orElseGet(() -> "Properties here: " + String.join(", ", names) + ".");
        return "There is no property `" + name + "`, but it stands in " + file + ". " + advice;
    }

    /** So that what all names have in common does not make them look alike. */
    private static String withoutProgram(String name) {
        return name.substring(Math.max(name.indexOf('.'), 0));
    }
}
