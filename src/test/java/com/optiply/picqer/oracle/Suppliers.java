package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.oracle.Verdict.Waits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** mapping.md, "Suppliers": from both lists, or for a fulfilment key from the names on purchase orders. */
final class Suppliers {
    private final Shop shop;
    private final Settings settings;

    Suppliers(Shop shop, Settings settings) {
        this.shop = shop;
        this.settings = settings;
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        if (settings.isFulfilment()) {
            shop.purchaseOrders().forEach(order -> fromName(order, verdicts));
            return verdicts;
        }
        add(shop.suppliers(), false, verdicts);
        add(shop.inactiveSuppliers(), true, verdicts);
        return verdicts;
    }

    private void add(List<JsonNode> rows, boolean isInactive, Map<String, Verdict> verdicts) {
        for (JsonNode row : rows) {
            String key =
                    Fields.isId(row.path("idsupplier")) ? row.path("idsupplier").asText() : "without id: " + row;
            verdicts.putIfAbsent(key, verdict(row, isInactive));
        }
    }

    private Verdict verdict(JsonNode row, boolean isInactive) {
        if (!Fields.isId(row.path("idsupplier")) || !Fields.isText(row.path("name"))) {
            return new Waits(Reason.UNREADABLE);
        }
        String name = Fields.name(row, "name");
        Map<String, JsonNode> attributes = new TreeMap<>();
        attributes.put(
                "name",
                Fields.JSON.textNode(name.isEmpty() ? row.path("idsupplier").asText() : name));
        if (settings.ownsIgnored()) {
            attributes.put("ignored", Fields.JSON.booleanNode(isInactive));
        }
        if (settings.accepts(Resource.SUPPLIERS, "country")) {
            attributes.put("country", Fields.text(row, "country"));
        }
        return new Sent(attributes, OrderLines.NONE);
    }

    /**
     * The spelling of the name is the first order's, which the documents of today need not show: only the key counts.
     */
    private void fromName(JsonNode order, Map<String, Verdict> verdicts) {
        boolean isPlaced = !order.path("status").asText().equals("concept")
                && order.path("idwarehouse").asLong() == settings.main();
        nameKey(order).ifPresent(key -> {
            if (isPlaced) {
                verdicts.put(key, new Sent(Map.of(), OrderLines.NONE));
            } else {
                verdicts.putIfAbsent(key, new Verdict.Unsettled("is a supplier made of an order that is kept out?"));
            }
        });
    }

    /** {@code name:} and the name, trimmed and case-folded. */
    static Optional<String> nameKey(JsonNode order) {
        String name = order.path("supplier_name").asText("").strip();
        boolean hasName = order.hasNonNull("supplier_name") && !name.isEmpty();
        return hasName ? Optional.of("name:" + name.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** What a purchase order calls its supplier. */
    Optional<String> keyOf(JsonNode order) {
        Optional<String> byId = order.hasNonNull("idsupplier")
                ? Optional.of(order.path("idsupplier").asText())
                : Optional.empty();
        return settings.isFulfilment() ? nameKey(order).or(() -> byId) : byId.or(() -> nameKey(order));
    }
}
