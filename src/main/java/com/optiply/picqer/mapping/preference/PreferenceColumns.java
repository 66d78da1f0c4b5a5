package com.optiply.picqer.mapping.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a list of preferred suppliers has its three columns (mapping.md, "Bulk preferred suppliers"): in any order,
 * among any others, whatever the case of their names.
 */
public record PreferenceColumns(int sku, int supplier, int preferred) {
    public static final List<String> NAMES = List.of("skuCode", "supplierName", "preferred");

    private static final int NAMES_SHOWN = 20;
    private static final int NAME_LENGTH_SHOWN = 60;

    /** Those of the header; empty when {@link #problem} says what is wrong with it. */
    public static Optional<PreferenceColumns> in(List<String> header) {
        return problem(header).isPresent()
                ? Optional.empty()
                : Optional.of(new PreferenceColumns(
                        places(header, NAMES.get(0)).get(0),
                        places(header, NAMES.get(1)).get(0),
                        places(header, NAMES.get(2)).get(0)));
    }

    /** What is wrong with the header, as a whole sentence; empty when all three columns are there, once each. */
    public static Optional<String> problem(List<String> header) {
        List<String> missing =
                NAMES.stream().filter(name -> places(header, name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            List<String> found = header.stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return Optional.of(
                    problemOf(missing) + "; the first row has " + (found.isEmpty() ? "no names" : quoted(found)) + ".");
        }
        return NAMES.stream()
                .filter(name -> places(header, name).size() > 1)
                .findFirst()
                .map(name -> "The column `" + name + "` stands in the first row more than once.");
    }

    /** The same as {@link #problem} says, with nothing of what the first row has. */
    public static String problemAlone(List<String> header) {
        List<String> missing =
                NAMES.stream().filter(name -> places(header, name).isEmpty()).toList();
        return missing.isEmpty() ? problem(header).orElse("") : problemOf(missing) + ".";
    }

    private static String problemOf(List<String> missing) {
        return (missing.size() == 1 ? "The column " : "The columns ") + quoted(missing)
                + (missing.size() == 1 ? " is" : " are") + " missing";
    }

    private static List<Integer> places(List<String> header, String name) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < header.size(); place++) {
            if (folded(header.get(place)).equals(folded(name))) {
                places.add(place);
            }
        }
        return places;
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String quoted(List<String> names) {
        List<String> shown =
                names.stream().limit(NAMES_SHOWN).map(PreferenceColumns::shown).toList();
        return "`" + String.join("`, `", shown) + "`" + (shown.size() < names.size() ? " and more" : "");
    }

    /** A quotation mark that is left open makes a name of half the file. */
    private static String shown(String name) {
        String line = name.replaceAll("\\s+", " ");
        return line.length() <= NAME_LENGTH_SHOWN ? line : line.substring(0, NAME_LENGTH_SHOWN) + "...";
    }
}
