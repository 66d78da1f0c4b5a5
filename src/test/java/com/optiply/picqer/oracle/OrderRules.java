package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What purchase orders, orders and their lines have in common. */
final class OrderRules {
    private OrderRules() {}

    static boolean isReadable(JsonNode order, String id, Set<String> statuses) {
        return Fields.isId(order.path(id))
                && Fields.isOneOf(order.path("status"), statuses)
                && LocalTimes.isTime(order.path("created"))
                && LocalTimes.isTime(order.path("updated"))
                && order.path("products").isArray();
    }

    static boolean isLineReadable(JsonNode line, String id) {
        return Fields.isId(line.path(id))
                && Fields.isId(line.path("idproduct"))
                && line.path("amount").isIntegralNumber()
                && Fields.isMoney(line.path("price"));
    }

    /** Whether it was created before the day from which the first load reads. */
    static boolean isBeforeHistory(JsonNode record, Settings settings) {
        return settings.historyFrom() != null
                && LocalTimes.day(record.path("created")).isBefore(settings.historyFrom());
    }

    /** Decimal arithmetic; only the product of both is rounded. */
    static BigDecimal subtotal(long quantity, BigDecimal price) {
        return Fields.cents(price.multiply(BigDecimal.valueOf(quantity)));
    }

    static BigDecimal sum(List<Verdict.Line> lines) {
        return lines.stream()
                .map(line ->
                        new BigDecimal(line.attributes().get("subtotalValue").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<JsonNode> lines(JsonNode order) {
        List<JsonNode> lines = new ArrayList<>();
        order.path("products").forEach(lines::add);
        return lines;
    }

    static Map<String, JsonNode> lineAttributes(long quantity, BigDecimal subtotal) {
        Map<String, JsonNode> attributes = new TreeMap<>();
        attributes.put("quantity", Fields.JSON.numberNode(quantity));
        attributes.put("subtotalValue", Fields.number(subtotal));
        return attributes;
    }
}
