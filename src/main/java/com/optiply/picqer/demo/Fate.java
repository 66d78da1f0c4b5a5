package com.optiply.picqer.demo;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What should become of one Picqer row.
 *
 * @param reason why it does not go; empty when it does
 * @param values what Optiply should hold; of a row that a rule keeps out, what hides it if it is there already
 * @param adjustments the rules that change a value on the way
 */
record Fate(Kind kind, String reason, SortedMap<String, String> values, List<String> adjustments) {
    enum Kind {
        SENT,
        FILTERED,
        PARKED
    }

    static Fate sent(SortedMap<String, String> values, List<String> adjustments) {
        return new Fate(Kind.SENT, "", values, List.copyOf(adjustments));
    }

    static Fate filtered(String reason, String hidingAttribute, String hidingValue) {
        SortedMap<String, String> hiding = new TreeMap<>();
        hiding.put(hidingAttribute, hidingValue);
        return new Fate(Kind.FILTERED, reason, hiding, List.of());
    }

    static Fate parked(String reason) {
        return new Fate(Kind.PARKED, reason, new TreeMap<>(), List.of());
    }
}
