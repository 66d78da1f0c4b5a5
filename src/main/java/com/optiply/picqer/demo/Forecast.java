package com.optiply.picqer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says, run by run, what a right synchronisation does and what Optiply then holds. Knows the shop's rows and
 * mapping.md, nothing of the engine. Confined to one thread.
 */
final class Forecast {
    private final ExpectedFates fates;
    private final Map<String, SortedMap<String, String>> held = new TreeMap<>();
    private final Set<String> gone = new HashSet<>();
    private Set<String> absentBefore = Set.of();

    Forecast(ExpectedFates fates) {
        this.fates = fates;
    }

    /** The next run over these rows, all of the shop, active or not. */
    ExpectedRun next(List<? extends JsonNode> rows) {
        ForecastRun run = new ForecastRun();
        Set<String> present = new HashSet<>();
        for (JsonNode row : rows) {
            String id = row.path("idproduct").asText();
            present.add(id);
            add(run, id, fates.of(row));
        }
        disableWhatIsGone(run, present);
        return run.expected();
    }

    /** What Optiply should hold now, by Picqer's id. */
    Map<String, SortedMap<String, String>> held() {
        return new TreeMap<>(held);
    }

    private void add(ForecastRun run, String id, Fate fate) {
        run.read();
        switch (fate.kind()) {
            case SENT -> send(run, id, fate);
            case FILTERED -> filter(run, id, fate);
            case PARKED -> run.parked(fate.reason());
        }
    }

    private void send(ForecastRun run, String id, Fate fate) {
        run.adjusted(fate.adjustments());
        SortedMap<String, String> before = held.get(id);
        if (before == null) {
            held.put(id, fate.values());
            run.created(id, fate.values());
            return;
        }
        SortedMap<String, String> after = new TreeMap<>(fate.values());
        boolean keepsPrice = fate.adjustments().contains(ExpectedFates.PRICE_BEYOND_LIMIT);
        if (keepsPrice && before.containsKey(ProductValues.PRICE)) {
            after.put(ProductValues.PRICE, before.get(ProductValues.PRICE));
        }
        held.put(id, after);
        changeOr(run, id, before, after, run::unchanged);
    }

    private void filter(ForecastRun run, String id, Fate fate) {
        SortedMap<String, String> before = held.get(id);
        if (before == null) {
            run.filtered(fate.reason());
            return;
        }
        SortedMap<String, String> hidden = new TreeMap<>(before);
        hidden.putAll(fate.values());
        held.put(id, hidden);
        changeOr(run, id, before, hidden, () -> run.filtered(fate.reason()));
    }

    private static void changeOr(
            ForecastRun run,
            String id,
            SortedMap<String, String> before,
            SortedMap<String, String> after,
            Runnable otherwise) {
        SortedMap<String, String> changes = ProductValues.changes(before, after);
        if (changes.isEmpty()) {
            otherwise.run();
        } else {
            run.changed(id, changes);
        }
    }

    /** Absent from both complete lists twice running: disabled, and from then on none of our business. */
    private void disableWhatIsGone(ForecastRun run, Set<String> present) {
        gone.removeAll(present);
        Set<String> absent = new HashSet<>(held.keySet());
        absent.removeAll(present);
        for (String id : absent) {
            if (absentBefore.contains(id) && gone.add(id)) {
                add(run, id, Fate.filtered("gone", ProductValues.STATUS, "disabled"));
            }
        }
        absentBefore = absent;
    }
}
