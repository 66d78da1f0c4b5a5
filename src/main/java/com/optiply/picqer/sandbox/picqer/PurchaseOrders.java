package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Purchase orders: concept, then purchased, then received; cancelled from the first two. */
final class PurchaseOrders {
    static final String CONCEPT = "concept";
    static final String PURCHASED = "purchased";
    static final String RECEIVED = "received";
    static final String CANCELLED = "cancelled";

    private static final long FIRST_ID = 5_101;
    private static final Set<String> HEADER =
            Set.of("remarks", "supplier_orderid", "delivery_date", "language", "idtemplate", "supplier_name");

    private final PicqerShop shop;
    private final Table table = new Table(FIRST_ID);
    private final PurchaseOrderLines lines;

    PurchaseOrders(PicqerShop shop) {
        this.shop = shop;
        lines = new PurchaseOrderLines(shop);
    }

    Table table() {
        return table;
    }

    ObjectNode add(ObjectNode fields, @Nullable Long fulfilmentCustomer) {
        ObjectNode order = blank(table.nextId(), fulfilmentCustomer);
        copySupplier(fields, order);
        long idwarehouse = fields.hasNonNull("idwarehouse")
                ? shop.warehouses()
                        .table()
                        .get(fields.path("idwarehouse").asLong())
                        .position()
                : shop.warehouses().forOrders();
        order.put("idwarehouse", idwarehouse);
        copyHeader(fields, order);
        for (JsonNode line : fields.path("products")) {
            DocumentLines.array(order).add(lines.make(line));
        }
        table.put(StoredRow.of(order.path("idpurchaseorder").asLong(), order));
        return order;
    }

    private void copySupplier(ObjectNode fields, ObjectNode order) {
        if (fields.hasNonNull("idsupplier")) {
            long idsupplier = fields.path("idsupplier").asLong();
            order.put("idsupplier", shop.suppliers().get(idsupplier).position());
            return;
        }
        if (fields.path("supplier_name").asText("").isBlank()) {
            throw Refusal.missing("idsupplier");
        }
        order.put("supplier_name", fields.path("supplier_name").asText());
    }

    private ObjectNode blank(long id, @Nullable Long fulfilmentCustomer) {
        ObjectNode order = PicqerJson.object()
                .put("idpurchaseorder", id)
                .putNull("idsupplier")
                .putNull("idtemplate")
                .putNull("idwarehouse")
                .put("purchaseorderid", shop.year() + String.format("%05d", id - FIRST_ID + 1))
                .putNull("supplier_name")
                .putNull("supplier_orderid")
                .put("status", CONCEPT)
                .put("remarks", "")
                .putNull("delivery_date")
                .put("language", "nl")
                .putNull("purchased_by_iduser")
                .putNull("purchased_at")
                .putNull("completed_by_iduser")
                .putNull("completed_at")
                .putNull("created_by_iduser")
                .put("created", shop.now())
                .put("updated", shop.now())
                .put("idfulfilment_customer", fulfilmentCustomer)
                .put("comment_count", 0);
        order.putArray("products");
        return order;
    }

    /** Lines in a change of the header are taken without a word and ignored, as in Picqer. */
    ObjectNode changeHeader(long id, ObjectNode fields) {
        return change(id, order -> copyHeader(fields, order));
    }

    private static void copyHeader(ObjectNode fields, ObjectNode order) {
        fields.properties().forEach(field -> {
            if (HEADER.contains(field.getKey())) {
                order.set(field.getKey(), field.getValue());
            }
        });
    }

    ObjectNode markAsPurchased(long id) {
        return move(id, List.of(CONCEPT), PURCHASED, order -> order.put("purchased_at", shop.now()));
    }

    ObjectNode cancel(long id) {
        return move(id, List.of(CONCEPT, PURCHASED), CANCELLED, order -> {});
    }

    ObjectNode close(long id) {
        return move(id, List.of(PURCHASED), RECEIVED, order -> order.put("completed_at", shop.now()));
    }

    /** Open again, as people can make it in Picqer's own screens. */
    ObjectNode reopen(long id) {
        return move(id, List.of(RECEIVED, CANCELLED), PURCHASED, order -> order.putNull("completed_at")
                .putNull("completed_by_iduser"));
    }

    /** Another supplier for the same goods; without one, {@code supplier_name} says whose they are. */
    ObjectNode changeSupplier(long id, ObjectNode fields) {
        return change(id, order -> {
            order.putNull("idsupplier").putNull("supplier_name");
            copySupplier(fields, order);
        });
    }

    ObjectNode moveTo(long id, long idwarehouse) {
        long known = shop.warehouses().table().get(idwarehouse).position();
        return change(id, order -> order.put("idwarehouse", known));
    }

    /** Puts an order in as it is; lines made later get ids above those of its own. */
    void put(Row row, long lastLine) {
        table.put(row);
        lines.idsAbove(lastLine);
    }

    long putVerbatim(String json) {
        VerbatimRow verbatim = VerbatimRow.of(json, "idpurchaseorder", table::nextId);
        put(verbatim.row(), verbatim.lastLine("idpurchaseorder_product"));
        return verbatim.position();
    }

    void remove(long id) {
        table.remove(id).orElseThrow(Refusal::notFound);
    }

    ObjectNode addLine(long id, ObjectNode fields) {
        requireOpen(id);
        ObjectNode line = lines.make(fields);
        changeLines(id, order -> DocumentLines.array(order).add(line));
        return line;
    }

    ObjectNode changeLine(long id, long idline, ObjectNode fields) {
        requireOpen(id);
        return changeLines(id, order -> lines.change(line(order, idline), fields));
    }

    void removeLine(long id, long idline) {
        requireOpen(id);
        changeLines(id, order -> {
            line(order, idline);
            ArrayNode kept = PicqerJson.array();
            DocumentLines.of(order).filter(line -> idOf(line) != idline).forEach(kept::add);
            order.set("products", kept);
        });
    }

    /** The line that goods belong to: the one they name, else the first of their product that is not full yet. */
    Optional<ObjectNode> lineOf(ObjectNode receiptLine) {
        return table.find(receiptLine.path("idpurchaseorder").asLong())
                .map(Row::document)
                .flatMap(order -> receiptLine.hasNonNull("idpurchaseorder_product")
                        ? DocumentLines.of(order)
                                .filter(line -> idOf(line)
                                        == receiptLine
                                                .path("idpurchaseorder_product")
                                                .asLong())
                                .findFirst()
                        : lineFor(order, receiptLine.path("idproduct").asLong()));
    }

    /** Counts goods that came in (or, negative, went back); a fully received order is received by that. */
    ObjectNode receive(long id, long idline, int amount) {
        ObjectNode order = table.get(id).document();
        ObjectNode line = line(order, idline);
        line.put("amountreceived", line.path("amountreceived").asInt() + amount);
        if (shop.switches().receiptsMovePurchaseOrders()) {
            order.put("updated", shop.now());
        }
        boolean full = DocumentLines.of(order)
                .allMatch(each -> each.path("amountreceived").asInt()
                        >= each.path("amount").asInt());
        if (full && order.path("status").asText().equals(PURCHASED)) {
            order.put("status", RECEIVED).put("completed_at", shop.now());
        }
        table.put(StoredRow.of(id, order));
        return line;
    }

    /** The first line for the product that is not full yet, else the first one at all. */
    Optional<ObjectNode> lineFor(ObjectNode order, long idproduct) {
        List<ObjectNode> matching = DocumentLines.of(order)
                .filter(line -> line.path("idproduct").asLong() == idproduct)
                .toList();
        return matching.stream()
                .filter(line -> line.path("amountreceived").asInt()
                        < line.path("amount").asInt())
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }

    ObjectNode line(ObjectNode order, long idline) {
        return DocumentLines.of(order)
                .filter(line -> idOf(line) == idline)
                .findFirst()
                .orElseThrow(Refusal::notOnPurchaseOrder);
    }

    static long idOf(ObjectNode line) {
        return line.path("idpurchaseorder_product").asLong();
    }

    /** What is on its way of one product; a concept is not. */
    ArrayNode expected(long idproduct) {
        ArrayNode rows = PicqerJson.array();
        table.newestFirst()
                .filter(row -> PURCHASED.equals(row.text("status")))
                .map(Row::document)
                .forEach(order -> DocumentLines.of(order)
                        .filter(line -> line.path("idproduct").asLong() == idproduct && outstanding(line) > 0)
                        .forEach(line -> rows.add(expectedRow(order, line))));
        return rows;
    }

    private static ObjectNode expectedRow(ObjectNode order, ObjectNode line) {
        ObjectNode row = PicqerJson.object();
        row.set("idpurchaseorder", order.path("idpurchaseorder"));
        row.set("idwarehouse", order.path("idwarehouse"));
        row.set(
                "delivery_date",
                line.hasNonNull("delivery_date") ? line.get("delivery_date") : order.get("delivery_date"));
        return row.put("amount_to_receive", outstanding(line));
    }

    private static int outstanding(ObjectNode line) {
        return line.path("amount").asInt() - line.path("amountreceived").asInt();
    }

    void clear() {
        table.clear();
        lines.clear();
    }

    private void requireOpen(long id) {
        requireStatus(table.get(id), List.of(CONCEPT, PURCHASED));
    }

    private static void requireStatus(Row order, List<String> allowed) {
        String status = order.text("status");
        if (status == null || !allowed.contains(status)) {
            throw Refusal.wrongStatus();
        }
    }

    private ObjectNode move(long id, List<String> from, String to, Consumer<ObjectNode> and) {
        requireStatus(table.get(id), from);
        return change(id, order -> and.accept(order.put("status", to)));
    }

    private ObjectNode changeLines(long id, Consumer<ObjectNode> change) {
        return table.change(id, order -> {
            change.accept(order);
            return shop.switches().linesMovePurchaseOrders() ? order.put("updated", shop.now()) : order;
        });
    }

    private ObjectNode change(long id, Consumer<ObjectNode> change) {
        return table.change(id, order -> {
            change.accept(order);
            return order.put("updated", shop.now());
        });
    }
}
