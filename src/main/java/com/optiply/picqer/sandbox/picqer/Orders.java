package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Orders of the shop's customers: concept, expected, processing (or paused), completed, cancelled. */
final class Orders {
    static final String CONCEPT = "concept";
    static final String EXPECTED = "expected";
    static final String PROCESSING = "processing";
    static final String PAUSED = "paused";
    static final String COMPLETED = "completed";
    static final String CANCELLED = "cancelled";

    private static final List<String> STATUSES = List.of(CONCEPT, EXPECTED, PROCESSING, PAUSED, COMPLETED, CANCELLED);
    private static final long FIRST_ID = 801_001;
    private static final Set<String> HEADER = Set.of(
            "idcustomer",
            "deliveryname",
            "deliverycountry",
            "invoicename",
            "telephone",
            "emailaddress",
            "reference",
            "customer_remarks",
            "preferred_delivery_date",
            "discount",
            "language",
            "idtemplate");

    private final PicqerShop shop;
    private final Table table = new Table(FIRST_ID);
    private final OrderLines lines;

    Orders(PicqerShop shop) {
        this.shop = shop;
        lines = new OrderLines(shop);
    }

    Table table() {
        return table;
    }

    ObjectNode add(ObjectNode fields, @Nullable Long fulfilmentCustomer) {
        ObjectNode order = OrderDocument.blank(table.nextId(), shop);
        order.put("idfulfilment_customer", fulfilmentCustomer);
        copyHeader(fields, order);
        for (JsonNode line : fields.path("products")) {
            lines.addTo(DocumentLines.array(order), line);
        }
        table.put(StoredRow.of(order.path("idorder").asLong(), order));
        return order;
    }

    ObjectNode changeHeader(long id, ObjectNode fields) {
        requireStatus(id, CONCEPT, EXPECTED, PROCESSING, PAUSED);
        return change(id, order -> copyHeader(fields, order));
    }

    private static ObjectNode copyHeader(ObjectNode fields, ObjectNode order) {
        fields.properties().forEach(field -> {
            if (HEADER.contains(field.getKey())) {
                order.set(field.getKey(), field.getValue());
            }
        });
        return order;
    }

    ObjectNode addLine(long id, ObjectNode fields) {
        requireStatus(id, CONCEPT, EXPECTED);
        return rework(id, order -> lines.addTo(DocumentLines.array(order), fields));
    }

    /** A line stands once the order is in work. */
    ObjectNode changeLine(long id, long idline, ObjectNode fields) {
        requireEditableLines(id);
        return rework(id, order -> OrderLines.change(order, idline, fields));
    }

    ObjectNode removeLine(long id, long idline) {
        requireEditableLines(id);
        return rework(id, order -> OrderLines.remove(order, idline));
    }

    /** What a person does, who takes an order out of work, changes it, and has it processed again. */
    ObjectNode rework(long id, Consumer<ObjectNode> change) {
        table.get(id);
        boolean heldGoods = shop.fulfilment().release(id);
        ObjectNode changed = change(id, order -> {
            change.accept(order);
            return order;
        });
        if (heldGoods) {
            shop.fulfilment().reserve(changed);
        }
        return table.get(id).document();
    }

    ObjectNode addLineInAnyStatus(long id, ObjectNode fields) {
        return rework(id, order -> lines.addTo(DocumentLines.array(order), fields));
    }

    /** Header fields and {@code warehouses}, in any status. */
    ObjectNode changeInAnyStatus(long id, ObjectNode fields) {
        return change(id, order -> {
            copyHeader(fields, order);
            if (fields.path("warehouses").isArray()) {
                order.set("warehouses", fields.get("warehouses"));
            }
            return order;
        });
    }

    /** Into any status from any other; only an order in work keeps hold of its goods. */
    ObjectNode changeStatus(long id, String status) {
        if (!STATUSES.contains(status)) {
            throw Refusal.missing("status: " + String.join(", ", STATUSES));
        }
        ObjectNode before = table.get(id).document();
        if (!status.equals(PROCESSING) && !status.equals(PAUSED)) {
            shop.fulfilment().release(id);
        }
        return change(id, order -> {
            if (status.equals(CANCELLED)) {
                DocumentLines.of(order).forEach(line -> line.set("amount_cancelled", line.path("amount")));
            } else if (before.path("status").asText().equals(CANCELLED)) {
                DocumentLines.of(order).forEach(line -> line.put("amount_cancelled", 0));
            }
            return order.put("status", status);
        });
    }

    /** A completed order goes back into work. */
    ObjectNode reopen(long id) {
        return changeStatusFrom(id, PROCESSING, COMPLETED);
    }

    ObjectNode changeToConcept(long id) {
        return changeStatusFrom(id, CONCEPT, EXPECTED, PROCESSING, PAUSED);
    }

    ObjectNode undoCancellation(long id) {
        return changeStatusFrom(id, CONCEPT, CANCELLED);
    }

    private ObjectNode changeStatusFrom(long id, String to, String... allowed) {
        String status = table.get(id).document().path("status").asText();
        if (!List.of(allowed).contains(status)) {
            throw Refusal.wrongStatus();
        }
        return changeStatus(id, to);
    }

    /** Takes an order into work: what is on the shelf goes on a picklist, the rest waits as backorder. */
    ObjectNode process(long id) {
        ObjectNode concept = requireStatus(id, CONCEPT, EXPECTED);
        if (DocumentLines.array(concept).isEmpty()) {
            throw Refusal.withoutProducts();
        }
        ObjectNode order = change(id, each -> each.put("status", PROCESSING));
        shop.fulfilment().reserve(order);
        return table.get(id).document();
    }

    ObjectNode pause(long id) {
        requireStatus(id, PROCESSING);
        return change(id, order -> order.put("status", PAUSED));
    }

    ObjectNode resume(long id) {
        requireStatus(id, PAUSED);
        return change(id, order -> order.put("status", PROCESSING));
    }

    /** What was reserved is free again. */
    ObjectNode cancel(long id) {
        requireStatus(id, CONCEPT, EXPECTED, PROCESSING, PAUSED);
        shop.fulfilment().release(id);
        return change(id, order -> {
            DocumentLines.of(order).forEach(line -> line.set("amount_cancelled", line.path("amount")));
            return order.put("status", CANCELLED);
        });
    }

    ObjectNode complete(long id) {
        return change(id, order -> order.put("status", COMPLETED));
    }

    ObjectNode putPicklists(long id, ArrayNode heads) {
        return change(id, order -> {
            order.set("picklists", heads);
            return order;
        });
    }

    void remove(long id) {
        shop.fulfilment().release(id);
        table.remove(id).orElseThrow(Refusal::notFound);
    }

    /** Puts an order in as it is; lines made later get ids above those of its own. */
    void put(Row row, long lastLine) {
        table.put(row);
        lines.idsAbove(lastLine);
    }

    long putVerbatim(String json) {
        VerbatimRow verbatim = VerbatimRow.of(json, "idorder", table::nextId);
        put(verbatim.row(), verbatim.lastLine("idorder_product"));
        return verbatim.position();
    }

    void clear() {
        table.clear();
        lines.clear();
    }

    private void requireEditableLines(long id) {
        String status = table.get(id).document().path("status").asText();
        if (!status.equals(CONCEPT) && !status.equals(EXPECTED)) {
            throw status.equals(PROCESSING) || status.equals(PAUSED) ? Refusal.lineFixed() : Refusal.orderClosed();
        }
    }

    private ObjectNode requireStatus(long id, String... allowed) {
        ObjectNode order = table.get(id).document();
        String status = order.path("status").asText();
        if (List.of(allowed).contains(status)) {
            return order;
        }
        throw status.equals(COMPLETED) || status.equals(CANCELLED) ? Refusal.orderClosed() : Refusal.wrongStatus();
    }

    private ObjectNode change(long id, UnaryOperator<ObjectNode> change) {
        return table.change(id, order -> change.apply(order).put("updated", shop.now()));
    }
}
