package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.Afterwards;
import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.oracle.Verdict.Waits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** mapping.md, "Sell orders". */
final class SellOrders {
    private static final Set<String> STATUSES =
            Set.of("concept", "expected", "processing", "paused", "completed", "cancelled");

    private final Shop shop;
    private final Settings settings;
    private final History history;
    private final SellOrderLines lines;
    private final LocalTimes times;

    SellOrders(Shop shop, Settings settings, Links links, History history) {
        this.shop = shop;
        this.settings = settings;
        this.history = history;
        lines = new SellOrderLines(settings, links, history);
        times = new LocalTimes(settings.timezone());
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (JsonNode order : shop.orders()) {
            JsonNode id = order.path("idorder");
            verdicts.put(Fields.isId(id) ? id.asText() : "without id: " + order, verdict(order));
        }
        return verdicts;
    }

    private Verdict verdict(JsonNode order) {
        if (!isReadable(order)) {
            return new Waits(Reason.UNREADABLE);
        }
        Optional<Verdict> against = against(order);
        if (against.isPresent()) {
            return against.get();
        }
        SellOrderLines.Reading reading = lines.read(order);
        if (reading.isUndecided()) {
            return new Verdict.Unsettled("do the parts of a product that is not in Optiply yet wait for it?");
        }
        if (reading.isWaiting()) {
            return new Waits(Reason.WAITS_FOR_PRODUCT);
        }
        return reading.lines().sent().isEmpty()
                ? new KeptOut(Reason.NO_LINES, Afterwards.DELETED)
                : new Sent(attributes(order), withExtras(order, reading.lines()));
    }

    private static boolean isReadable(JsonNode order) {
        JsonNode warehouses = order.path("warehouses");
        boolean hasWarehouses = Fields.isAbsent(warehouses) || warehouses.isArray();
        return hasWarehouses
                && OrderRules.isReadable(order, "idorder", STATUSES)
                && OrderRules.lines(order).stream().allMatch(SellOrders::isLineReadable);
    }

    private static boolean isLineReadable(JsonNode line) {
        return OrderRules.isLineReadable(line, "idorder_product")
                && Fields.isAbsentOrId(line.path("amount_cancelled"))
                && Fields.isAbsentOrId(line.path("partof_idorder_product"));
    }

    private Optional<Verdict> against(JsonNode order) {
        String status = order.path("status").asText();
        String id = order.path("idorder").asText();
        if (OrderRules.isBeforeHistory(order, settings) && !history.wasSent(Resource.SELL_ORDERS, id)) {
            return Optional.of(new KeptOut(Reason.BEFORE_HISTORY, Afterwards.STAYS));
        }
        if (!isFromMain(order.path("warehouses"))) {
            return Optional.of(new KeptOut(Reason.OTHER_WAREHOUSE, Afterwards.STAYS));
        }
        if (status.equals("cancelled")) {
            return Optional.of(new KeptOut(Reason.CANCELLED, Afterwards.DELETED));
        }
        if (status.equals("concept")) {
            return Optional.of(new KeptOut(Reason.CONCEPT, Afterwards.STAYS));
        }
        return settings.sellOrderStatuses().contains(status)
                ? Optional.empty()
                : Optional.of(new KeptOut(Reason.STATUS_NOT_COUNTED, Afterwards.STAYS));
    }

    /** The field says from where it may ship; empty is from anywhere. */
    private boolean isFromMain(JsonNode warehouses) {
        boolean isFromMain = warehouses.isEmpty();
        for (JsonNode warehouse : warehouses) {
            isFromMain = isFromMain || warehouse.asLong() == settings.main();
        }
        return isFromMain;
    }

    private Map<String, JsonNode> attributes(JsonNode order) {
        boolean isCompleted = order.path("status").asText().equals("completed");
        Map<String, JsonNode> attributes = new TreeMap<>();
        attributes.put("placed", times.moment(order.path("created")));
        attributes.put("completed", isCompleted ? times.moment(order.path("updated")) : Fields.NULL);
        attributes.put("totalValue", Fields.JSON.numberNode(0));
        if (settings.accepts(Resource.SELL_ORDERS, "status")) {
            attributes.put("status", order.path("status"));
        }
        return attributes;
    }

    private OrderLines withExtras(JsonNode order, OrderLines plain) {
        if (settings.accepts(Resource.SELL_ORDER_LINES, "placed")) {
            plain.sent().stream()
                    .map(Line::attributes)
                    .forEach(attributes -> attributes.put("placed", times.moment(order.path("created"))));
        }
        return plain;
    }
}
