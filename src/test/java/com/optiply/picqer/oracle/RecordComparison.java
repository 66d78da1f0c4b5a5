package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The records of one resource next to their verdicts. */
final class RecordComparison {
    private final Resource resource;
    private final Map<Resource, Map<String, Verdict>> verdicts;
    private final Settings settings;
    private final History history;
    private final Account account;
    private final Leftovers leftovers;
    private final LineComparison lines;

    RecordComparison(
            Resource resource,
            Map<Resource, Map<String, Verdict>> verdicts,
            Settings settings,
            History history,
            Account account) {
        this.resource = resource;
        this.verdicts = verdicts;
        this.settings = settings;
        this.history = history;
        this.account = account;
        leftovers = new Leftovers(resource, verdicts, settings, history);
        lines = new LineComparison(settings, history, account);
    }

    List<String> differences() {
        List<String> found = new ArrayList<>();
        Map<String, List<Held>> held = byKey(found);
        verdicts.get(resource).forEach((key, verdict) -> {
            List<Held> own = held.getOrDefault(key, List.of());
            held.remove(key);
            ofVerdict(key, verdict, own).forEach(what -> found.add(resource.noun() + " " + key + ": " + what));
        });
        held.forEach((key, left) -> found.addAll(leftovers.differences(key, left)));
        return found;
    }

    private Map<String, List<Held>> byKey(List<String> found) {
        Map<String, List<Held>> held = new TreeMap<>();
        for (Held record : account.all(resource)) {
            String key = keyOf(record);
            if (!key.isEmpty()) {
                held.computeIfAbsent(key, each -> new ArrayList<>()).add(record);
            } else if (record.isOurs()) {
                found.add("invented " + resource.noun() + " without a remote id: " + record);
            }
        }
        return held;
    }

    /** An order that Optiply made is the Picqer order it was exported to, whether or not it was told the remote id. */
    private String keyOf(Held record) {
        if (resource != Resource.BUY_ORDERS || record.hasKey()) {
            return record.key();
        }
        return verdicts.get(resource).keySet().stream()
                .filter(key -> isExportedTo(key, record))
                .findFirst()
                .orElse("");
    }

    private boolean isExportedTo(String key, Held record) {
        return key.matches("\\d+")
                && history.exportedFrom(Long.parseLong(key))
                        .filter(id -> id == record.id())
                        .isPresent();
    }

    private List<String> ofVerdict(String key, Verdict verdict, List<Held> own) {
        if (verdict instanceof Sent sent) {
            return own.size() == 1 ? ofSent(key, sent, own.get(0)) : List.of(times(own));
        }
        if (own.isEmpty()) {
            return List.of();
        }
        if (own.size() > 1) {
            return List.of(times(own));
        }
        boolean isExported = isExportedTo(key, own.get(0));
        if (verdict instanceof Verdict.Unsettled || isExported) {
            return List.of();
        }
        if (!history.wasSent(resource, key)) {
            return List.of("it is " + verdict.code() + ", was never sent and is in Optiply: " + own.get(0));
        }
        return verdict instanceof KeptOut out ? ofKeptOut(key, out, own.get(0)) : List.of();
    }

    private static String times(List<Held> own) {
        return own.isEmpty() ? "it is missing: Optiply holds it 0 times" : "Optiply holds it " + own.size() + " times";
    }

    private List<String> ofKeptOut(String key, KeptOut out, Held held) {
        Verdict.Afterwards ifSent = out.ifSent();
        boolean isRight = history.isHeldBack(resource, key)
                || switch (ifSent.fate()) {
                    case STAYS -> true;
                    case DELETED -> false;
                    case HIDDEN -> held.text(String.valueOf(ifSent.attribute())).equals(ifSent.value());
                };
        return isRight ? List.of() : List.of("it is " + out.code() + " and still shown");
    }

    private List<String> ofSent(String key, Sent sent, Held held) {
        Values values = isExportedTo(key, held) ? Values.byDay(settings.timezone()) : Values.exact(settings.timezone());
        Map<String, JsonNode> wanted = new TreeMap<>(sent.attributes());
        wanted.replaceAll((name, value) -> history.told(resource, key, name).orElse(value));
        List<String> differences = new ArrayList<>();
        JsonNode line = wanted.remove("buyOrderLineId");
        if (line != null) {
            differences.addAll(ofDelivery(line.asText(), held));
        }
        differences.addAll(values.differences(wanted, held));
        differences.addAll(lines.differences(resource, sent.lines(), held, values));
        return differences;
    }

    /** A line without a remote id is known by its order and product. */
    private List<String> ofDelivery(String wanted, Held delivery) {
        Map<String, String> names = new HashMap<>();
        long id = delivery.get("buyOrderLineId").asLong();
        account.byId(Resource.BUY_ORDER_LINES, id).ifPresent(line -> {
            String order = account.byId(
                            Resource.BUY_ORDERS, line.get("buyOrderId").asLong())
                    .map(this::orderKey)
                    .orElse("");
            orderLines(order).stream()
                    .filter(each -> LineComparison.mayBe(line, each))
                    .forEach(each -> each.ids().forEach(lineId -> names.put(order + "/" + lineId, order)));
        });
        return names.containsKey(wanted)
                ? List.of()
                : List.of("it is a delivery of buy order line " + id + ", which is " + new TreeMap<>(names).keySet()
                        + ", not " + wanted);
    }

    private List<Verdict.Line> orderLines(String order) {
        return verdicts.get(Resource.BUY_ORDERS).get(order) instanceof Sent sent
                ? sent.lines().sent()
                : List.of();
    }

    private String orderKey(Held order) {
        return order.hasKey()
                ? order.key()
                : verdicts.get(Resource.BUY_ORDERS).keySet().stream()
                        .filter(key -> isExportedTo(key, order))
                        .findFirst()
                        .orElse("");
    }
}
