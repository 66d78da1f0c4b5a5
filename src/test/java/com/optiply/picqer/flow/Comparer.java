package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Says for every Picqer product what Optiply must hold, or why it must not, and finds whatever is otherwise. Written
 * from mapping.md alone and from the rows of both simulators; it shares nothing with the program under test.
 */
public final class Comparer {
    private final String pairedBy;
    private final Function<ObjectNode, String> keyOfRow;
    private final Function<OptiplyRecord, String> keyOfRecord;
    private final Set<Long> stockWarehouses;

    private Comparer(
            String pairedBy,
            Function<ObjectNode, String> keyOfRow,
            Function<OptiplyRecord, String> keyOfRecord,
            Set<Long> stockWarehouses) {
        this.pairedBy = pairedBy;
        this.keyOfRow = keyOfRow;
        this.keyOfRecord = keyOfRecord;
        this.stockWarehouses = stockWarehouses;
    }

    static Comparer byRemoteId(String coupling, Set<Long> stockWarehouses) {
        return new Comparer(
                "remote id",
                row -> row.path("idproduct").asText(),
                record -> record.attributes().path("remoteIdMap").path(coupling).asText(),
                stockWarehouses);
    }

    /** For an account without a coupling, and a shop in which every code is there once. */
    static Comparer bySku(Set<Long> stockWarehouses) {
        return new Comparer(
                "sku",
                row -> row.path("productcode").asText(),
                record -> record.attributes().path("skuCode").asText(),
                stockWarehouses);
    }

    /**
     * @param differences each a sentence that names the product
     * @param verdicts how many products go where: {@code in_optiply}, or a reason of mapping.md against it
     */
    public record Comparison(List<String> differences, Map<String, Long> verdicts) {}

    /** @param removed ids of products that Picqer once had */
    Comparison compare(Collection<ObjectNode> rows, Set<Long> removed, List<OptiplyRecord> records) {
        Map<String, List<OptiplyRecord>> held = new TreeMap<>();
        records.forEach(record -> held.computeIfAbsent(keyOfRecord.apply(record), key -> new ArrayList<>())
                .add(record));
        List<String> differences = new ArrayList<>();
        Map<String, Long> verdicts = new TreeMap<>();
        distinct(rows).forEach((id, row) -> {
            Expected expected = Expected.of(row, stockWarehouses);
            verdicts.merge(expected.verdict(), 1L, Long::sum);
            List<OptiplyRecord> own = held.getOrDefault(keyOfRow.apply(row), List.of());
            held.remove(keyOfRow.apply(row));
            expected.differences(attributes(own))
                    .forEach(difference -> differences.add("product " + id + ": " + difference));
        });
        held.forEach((key, left) -> differences.addAll(withoutSource(key, left, removed)));
        return new Comparison(List.copyOf(differences), Map.copyOf(verdicts));
    }

    /** A list may show a row twice; a row without an id is a product of its own. */
    private static Map<String, ObjectNode> distinct(Collection<ObjectNode> rows) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (ObjectNode row : rows) {
            JsonNode id = row.path("idproduct");
            byId.putIfAbsent(id.isIntegralNumber() ? id.asText() : "without id: " + row, row);
        }
        return byId;
    }

    private static List<JsonNode> attributes(List<OptiplyRecord> records) {
        return records.stream().<JsonNode>map(OptiplyRecord::attributes).toList();
    }

    /** What is gone from Picqer is disabled; anything else that we made without a source is invented. */
    private List<String> withoutSource(String key, List<OptiplyRecord> records, Set<Long> removed) {
        List<String> found = new ArrayList<>();
        if (records.size() > 1) {
            found.add(records.size() + " records in Optiply have the " + pairedBy + " `" + key + "`");
        }
        for (OptiplyRecord record : records) {
            boolean isOurs = record.attributes().path("createdFromPublicApi").asBoolean();
            boolean wasThere = removed.stream().anyMatch(id -> Long.toString(id).equals(key));
            if (isOurs && !wasThere) {
                found.add("invented: " + record);
            } else if (wasThere && !record.attributes().path("status").asText().equals("disabled")) {
                found.add("gone from Picqer and still shown: " + record);
            }
        }
        return found;
    }
}
