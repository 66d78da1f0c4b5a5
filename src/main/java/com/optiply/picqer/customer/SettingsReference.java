package com.optiply.picqer.customer;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of a customer file's settings as a Markdown table, from what stands at the setters. */
public final class SettingsReference {
    private static final String HEAD =
            """
            | setting | values | default | meaning | example |
            |---|---|---|---|---|
            """;

    private SettingsReference() {}

    public static String markdown() {
        return HEAD
                + rows(SettingsSection.top())
                        .sorted(comparing(SettingsReference::path))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> rows(SettingsSection section) {
        Stream<String> own = section.settings().keySet().stream()
                .map(key -> row(section.path() + key, requireNonNull(section.about(key))));
        return Stream.concat(own, section.sections().stream().flatMap(SettingsReference::rows));
    }

    /** A shorter name comes first, whatever stands behind it in its row. */
    private static String path(String row) {
        return row.substring(row.indexOf('`') + 1, row.indexOf('`', row.indexOf('`') + 1));
    }

    private static String row(String path, Setting about) {
        String standard = about.standard().isEmpty() ? "**required**" : about.standard();
        return "| `%s` | %s | %s | %s | `%s` |"
                .formatted(path, about.allowed(), standard, about.meaning(), about.example());
    }
}
