package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which line of which purchase order a delivery belongs to. Old receipts do not say it: of the lines of that product,
 * in the order of their ids, it is the first with room left, and the last once all are full. A delivery is one record
 * and is not split, so the line that it goes to may overflow.
 */
final class OrderedLines {
    private final Map<String, JsonNode> orders = new HashMap<>();
    private final Map<Long, Long> delivered = new HashMap<>();

    OrderedLines(List<JsonNode> purchaseOrders) {
        purchaseOrders.forEach(order -> orders.put(order.path("idpurchaseorder").asText(), order));
    }

    /** A delivery may belong to another order than its receipt; a line's id alone says enough, too. */
    Optional<String> orderOf(JsonNode receipt, JsonNode line) {
        if (line.hasNonNull("idpurchaseorder")) {
            return Optional.of(line.path("idpurchaseorder").asText());
        }
        if (line.hasNonNull("idpurchaseorder_product")) {
            return orders.entrySet().stream()
                    .filter(order -> has(
                            order.getValue(),
                            line.path("idpurchaseorder_product").asLong()))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
        JsonNode own = receipt.path("purchaseorder").path("idpurchaseorder");
        return Fields.isAbsent(own) ? Optional.empty() : Optional.of(own.asText());
    }

    /** Takes room of the line; so each delivery is asked for once, in the order of the receipts. */
    Optional<Long> lineOf(String order, JsonNode delivery) {
        Optional<Long> line = delivery.hasNonNull("idpurchaseorder_product")
                ? named(order, delivery.path("idpurchaseorder_product").asLong())
                : matched(order, delivery.path("idproduct").asLong());
        line.ifPresent(id -> delivered.merge(id, delivery.path("amount").asLong(), Long::sum));
        return line;
    }

    private Optional<Long> named(String order, long id) {
        return orders.containsKey(order) && has(orders.get(order), id) ? Optional.of(id) : Optional.empty();
    }

    private Optional<Long> matched(String order, long idproduct) {
        List<JsonNode> lines = OrderRules.lines(orders.getOrDefault(order, Fields.NULL)).stream()
                .filter(line -> line.path("idproduct").asLong() == idproduct)
                .sorted(Comparator.comparingLong(OrderedLines::id))
                .toList();
        return lines.stream()
                .filter(line -> delivered.getOrDefault(id(line), 0L)
                        < line.path("amount").asLong())
                .findFirst()
                .or(() -> lines.stream().reduce((earlier, later) -> later))
                .map(OrderedLines::id);
    }

    private static boolean has(JsonNode order, long id) {
        return OrderRules.lines(order).stream().anyMatch(line -> id(line) == id);
    }

    private static long id(JsonNode line) {
        return line.path("idpurchaseorder_product").asLong();
    }
}
