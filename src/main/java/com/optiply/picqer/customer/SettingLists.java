package com.optiply.picqer.customer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the text of a setting that holds several values, separated by commas, as strictly as one value is read. */
final class SettingLists {
    private SettingLists() {}

    /** The values in their order, each once; at least one. */
    static List<String> texts(String text) {
        List<String> parts =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (parts.contains("")) {
            throw SettingValues.refused(text, "values separated by single commas", null);
        }
        if (Set.copyOf(parts).size() < parts.size()) {
            throw SettingValues.refused(text, "every value once", null);
        }
        return parts;
    }

    /** The values that are written, each one of the choices. */
    static <E extends Enum<E>> Set<E> choices(Collection<E> choices, Function<E, String> name, String text) {
        TreeMap<String, E> byName = new TreeMap<>();
        choices.forEach(choice -> byName.put(name.apply(choice), choice));
        List<String> parts = texts(text);
        Stream<String> unknown = parts.stream().filter(part -> !byName.containsKey(part));
        unknown.findFirst().ifPresent(part -> {
            throw refused(part, choices.stream().map(name).toList());
        });
        return Collections.unmodifiableSortedSet(parts.stream().map(byName::get).collect(toCollection(TreeSet::new)));
    }

    /** One value out of several, of which the others may be fine. */
    private static IllegalArgumentException refused(String part, List<String> names) {
        String near = NearestMatch.of(part, names)
                .map(name -> ". Did you mean `" + name + "`?")
                .orElse("");
        return new IllegalArgumentException("cannot hold `" + part + "`; allowed: " + quoted(names) + near);
    }

    /** The refusal of a value that exists but is excluded, with the reason. */
    static IllegalArgumentException refused(String part, String why, List<String> names) {
        return new IllegalArgumentException("cannot hold `" + part + "`: " + why + "; allowed: " + quoted(names));
    }

    private static String quoted(List<String> names) {
        return names.stream().collect(joining("`, `", "`", "`"));
    }
}
