package com.optiply.picqer.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts up one expected run. Confined to one thread. */
final class ForecastRun {
    private long read;
    private long created;
    private long changed;
    private long unchanged;
    private final Map<String, Long> filtered = new TreeMap<>();
    private final Map<String, Long> parked = new TreeMap<>();
    private final Map<String, Long> adjusted = new TreeMap<>();
    private final Set<ProductWrite> writes = new HashSet<>();

    void read() {
        read++;
    }

    void created(String id, SortedMap<String, String> values) {
        created++;
        writes.add(new ProductWrite(true, id, values));
    }

    void changed(String id, SortedMap<String, String> changes) {
        changed++;
        writes.add(new ProductWrite(false, id, changes));
    }

    void unchanged() {
        unchanged++;
    }

    void filtered(String reason) {
        filtered.merge(reason, 1L, Long::sum);
    }

    void parked(String reason) {
        parked.merge(reason, 1L, Long::sum);
    }

    void adjusted(List<String> rules) {
        rules.forEach(rule -> adjusted.merge(rule, 1L, Long::sum));
    }

    ExpectedRun expected() {
        return new ExpectedRun(
                read,
                created,
                changed,
                unchanged,
                Map.copyOf(filtered),
                Map.copyOf(parked),
                Map.copyOf(adjusted),
                Set.copyOf(writes));
    }
}
