package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Standing.Out;
import com.optiply.picqer.oracle.Standing.Waiting;
import com.optiply.picqer.oracle.Verdict.Afterwards;
import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.oracle.Verdict.Waits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** mapping.md, "Buy orders". */
final class BuyOrders {
    private static final Set<String> STATUSES = Set.of("concept", "purchased", "received", "cancelled");
    private static final Set<String> CLOSED = Set.of("received", "cancelled");

    private final Shop shop;
    private final Settings settings;
    private final Suppliers suppliers;
    private final Links links;
    private final History history;
    private final LocalTimes times;

    BuyOrders(Shop shop, Settings settings, Suppliers suppliers, Links links, History history) {
        this.shop = shop;
        this.settings = settings;
        this.suppliers = suppliers;
        this.links = links;
        this.history = history;
        times = new LocalTimes(settings.timezone());
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (JsonNode order : shop.purchaseOrders()) {
            JsonNode id = order.path("idpurchaseorder");
            verdicts.put(Fields.isId(id) ? id.asText() : "without id: " + order, verdict(order));
        }
        return verdicts;
    }

    private Verdict verdict(JsonNode order) {
        if (!isReadable(order)) {
            return new Waits(Reason.UNREADABLE);
        }
        Optional<String> supplier = suppliers.keyOf(order);
        Optional<Reason> against = reasonAgainst(order, supplier);
        if (against.isPresent()) {
            return new KeptOut(against.get(), Afterwards.STAYS);
        }
        boolean isOptiplys = isOptiplys(order);
        if (!isOptiplys && !links.isLinked(Resource.SUPPLIERS, supplier.orElseThrow())) {
            return new Waits(Reason.WAITS_FOR_SUPPLIER);
        }
        return withLines(order, isOptiplys ? Optional.empty() : supplier);
    }

    private boolean isOptiplys(JsonNode order) {
        return history.exportedFrom(order.path("idpurchaseorder").asLong()).isPresent();
    }

    private static boolean isReadable(JsonNode order) {
        return OrderRules.isReadable(order, "idpurchaseorder", STATUSES)
                && Fields.isId(order.path("idwarehouse"))
                && Fields.isAbsentOrId(order.path("idsupplier"))
                && LocalTimes.isAbsentOrDate(order.path("delivery_date"))
                && OrderRules.lines(order).stream()
                        .allMatch(line -> OrderRules.isLineReadable(line, "idpurchaseorder_product")
                                && LocalTimes.isAbsentOrDate(line.path("delivery_date")));
    }

    private Optional<Reason> reasonAgainst(JsonNode order, Optional<String> supplier) {
        String id = order.path("idpurchaseorder").asText();
        if (OrderRules.isBeforeHistory(order, settings) && !history.wasSent(Resource.BUY_ORDERS, id)) {
            return Optional.of(Reason.BEFORE_HISTORY);
        }
        if (order.path("idwarehouse").asLong() != settings.main()) {
            return Optional.of(Reason.OTHER_WAREHOUSE);
        }
        if (order.path("status").asText().equals("concept")) {
            return Optional.of(Reason.CONCEPT);
        }
        return supplier.isEmpty() ? Optional.of(Reason.NO_SUPPLIER) : Optional.empty();
    }

    /** A product kept out by a rule costs its line; one that is only not there yet holds up the whole order. */
    private Verdict withLines(JsonNode order, Optional<String> supplier) {
        List<Line> sent = new ArrayList<>();
        Map<Long, Reason> leftOut = new TreeMap<>();
        for (JsonNode line : OrderRules.lines(order)) {
            Standing product = links.ofProduct(line.path("idproduct").asLong());
            if (product instanceof Waiting) {
                return new Waits(Reason.WAITS_FOR_PRODUCT);
            }
            if (product instanceof Out out) {
                leftOut.put(line.path("idpurchaseorder_product").asLong(), out.reason());
            } else {
                sent.add(line(order, line));
            }
        }
        return sent.isEmpty()
                ? new KeptOut(Reason.NO_LINES, isOptiplys(order) ? Afterwards.STAYS : Afterwards.DELETED)
                : new Sent(attributes(order, supplier, sent), new OrderLines(List.copyOf(sent), leftOut));
    }

    private Line line(JsonNode order, JsonNode line) {
        long quantity = line.path("amount").asLong();
        Map<String, JsonNode> attributes =
                OrderRules.lineAttributes(quantity, OrderRules.subtotal(quantity, links.price(line)));
        addDelivery(line.hasNonNull("delivery_date") ? line : order, attributes);
        return new Line(
                List.of(line.path("idpurchaseorder_product").asLong()),
                line.path("idproduct").asText(),
                quantity,
                attributes);
    }

    /** Without a date Optiply fills in one of its own, so that nothing is known of it. */
    private void addDelivery(JsonNode dated, Map<String, JsonNode> attributes) {
        if (dated.hasNonNull("delivery_date")) {
            attributes.put("expectedDeliveryDate", times.moment(dated.path("delivery_date")));
        }
    }

    /** @param supplier empty for an order that Optiply made, which keeps its supplier and its moment */
    private Map<String, JsonNode> attributes(JsonNode order, Optional<String> supplier, List<Line> sent) {
        boolean isClosed = CLOSED.contains(order.path("status").asText());
        Map<String, JsonNode> attributes = new TreeMap<>();
        supplier.ifPresent(key -> {
            attributes.put("supplierId", Fields.JSON.textNode(key));
            attributes.put("placed", times.moment(order.path("created")));
        });
        attributes.put("completed", isClosed ? times.moment(order.path("updated")) : Fields.NULL);
        attributes.put("totalValue", Fields.number(OrderRules.sum(sent)));
        addDelivery(order, attributes);
        return attributes;
    }
}
