package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.Afterwards;
import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.oracle.Verdict.Unsettled;
import com.optiply.picqer.oracle.Verdict.Waits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** mapping.md, "Item deliveries". Receipts are read in the order they were made, since old ones fill lines up. */
final class Receipts {
    private static final Comparator<JsonNode> AS_MADE = Comparator.<JsonNode, String>comparing(
                    receipt -> receipt.path("created").asText())
            .thenComparingLong(receipt -> receipt.path("idreceipt").asLong());

    private final Shop shop;
    private final Settings settings;
    private final Links links;
    private final History history;
    private final LocalTimes times;
    private final OrderedLines ordered;

    Receipts(Shop shop, Settings settings, Links links, History history) {
        this.shop = shop;
        this.settings = settings;
        this.links = links;
        this.history = history;
        times = new LocalTimes(settings.timezone());
        ordered = new OrderedLines(shop.purchaseOrders());
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        List<JsonNode> receipts = shop.receipts().stream().sorted(AS_MADE).toList();
        for (JsonNode receipt : receipts) {
            for (JsonNode line : receipt.path("products")) {
                JsonNode id = line.path("idreceipt_product");
                verdicts.put(Fields.isId(id) ? id.asText() : "without id: " + line, verdict(receipt, line));
            }
        }
        return verdicts;
    }

    private Verdict verdict(JsonNode receipt, JsonNode line) {
        if (!isReadable(receipt, line)) {
            return new Waits(Reason.UNREADABLE);
        }
        boolean isHere = Fields.isAbsent(receipt.path("idwarehouse"))
                || receipt.path("idwarehouse").asLong() == settings.main();
        if (OrderRules.isBeforeHistory(receipt, settings) && !isOfOrderInOptiply(receipt, line)) {
            return new KeptOut(Reason.BEFORE_HISTORY, Afterwards.STAYS);
        }
        if (!isHere) {
            return new KeptOut(Reason.OTHER_WAREHOUSE, Afterwards.STAYS);
        }
        if (!Fields.isAbsent(line.path("reverted_at"))) {
            return new KeptOut(Reason.REVERTED, Afterwards.DELETED);
        }
        return line.path("amount").asLong() <= 0
                ? new KeptOut(Reason.ZERO_AMOUNT, Afterwards.STAYS)
                : delivered(receipt, line);
    }

    private static boolean isReadable(JsonNode receipt, JsonNode line) {
        return Fields.isId(receipt.path("idreceipt"))
                && Fields.isAbsentOrId(receipt.path("idwarehouse"))
                && LocalTimes.isTime(receipt.path("created"))
                && LocalTimes.isAbsentOrTime(receipt.path("completed_at"))
                && LocalTimes.isAbsentOrTime(line.path("created_at"))
                && Fields.isId(line.path("idreceipt_product"))
                && Fields.isAbsentOrId(line.path("idpurchaseorder_product"))
                && line.path("amount").isIntegralNumber();
    }

    private boolean isOfOrderInOptiply(JsonNode receipt, JsonNode line) {
        return ordered.orderOf(receipt, line)
                .filter(order -> history.wasSent(Resource.BUY_ORDERS, order)
                        || links.verdicts(Resource.BUY_ORDERS).get(order) instanceof Sent)
                .isPresent();
    }

    private Verdict delivered(JsonNode receipt, JsonNode line) {
        Optional<String> order = ordered.orderOf(receipt, line);
        if (order.isEmpty()) {
            return new KeptOut(Reason.NO_PURCHASE_ORDER, Afterwards.STAYS);
        }
        Verdict ofOrder = links.verdicts(Resource.BUY_ORDERS).get(order.get());
        if (ofOrder instanceof Sent sent) {
            return ofLine(receipt, line, order.get(), sent.lines());
        }
        if (history.wasSent(Resource.BUY_ORDERS, order.get())) {
            return new Unsettled("what becomes of deliveries of an order that was sent and would not be today?");
        }
        return ofOrder instanceof KeptOut out
                ? new KeptOut(out.reason(), Afterwards.STAYS)
                : new Waits(Reason.WAITS_FOR_ORDER);
    }

    private Verdict ofLine(JsonNode receipt, JsonNode line, String order, OrderLines lines) {
        Optional<Long> orderLine = ordered.lineOf(order, line);
        if (orderLine.isEmpty()) {
            return new Waits(Reason.WAITS_FOR_ORDER);
        }
        Reason leftOut = lines.leftOut().get(orderLine.get());
        if (leftOut != null) {
            return new KeptOut(leftOut, Afterwards.STAYS);
        }
        Map<String, JsonNode> attributes = new TreeMap<>();
        attributes.put("occurred", times.moment(occurred(receipt, line)));
        attributes.put("quantity", line.path("amount"));
        attributes.put("buyOrderLineId", Fields.JSON.textNode(order + "/" + orderLine.get()));
        return new Sent(attributes, OrderLines.NONE);
    }

    private static JsonNode occurred(JsonNode receipt, JsonNode line) {
        if (line.hasNonNull("created_at")) {
            return line.path("created_at");
        }
        return receipt.hasNonNull("completed_at") ? receipt.path("completed_at") : receipt.path("created");
    }
}
