package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.StockHistory.Cause;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Goods received. In version 2 a booked product is on the shelf at once and can only be reverted; version 1 receipts
 * still stand in the list beside them.
 */
final class Receipts {
    private static final long FIRST_ID = 33_001;

    private final PicqerShop shop;
    private final Table table = new Table(FIRST_ID);
    private final ReceiptLines lines;
    private final Map<Long, Instant> completing = new HashMap<>();

    Receipts(PicqerShop shop) {
        this.shop = shop;
        lines = new ReceiptLines(shop);
    }

    /** The list as it stands now: completions that ran in the background are done by the time somebody looks. */
    Table table() {
        completing.entrySet().removeIf(entry -> {
            boolean due = !shop.instant().isBefore(entry.getValue());
            if (due) {
                table.find(entry.getKey()).ifPresent(row -> finish(row.position()));
            }
            return due;
        });
        return table;
    }

    ObjectNode add(ObjectNode fields, int version) {
        ObjectNode receipt = blank(table.nextId(), version);
        if (fields.hasNonNull("idpurchaseorder")) {
            ObjectNode order = shop.purchaseOrders()
                    .table()
                    .get(fields.path("idpurchaseorder").asLong())
                    .document();
            receipt.set("idwarehouse", order.path("idwarehouse"));
            receipt.set("supplier", supplier(order.path("idsupplier")));
            receipt.putObject("purchaseorder")
                    .put("idpurchaseorder", order.path("idpurchaseorder").asLong())
                    .put("purchaseorderid", order.path("purchaseorderid").asText());
        } else if (fields.hasNonNull("idsupplier")) {
            shop.suppliers().get(fields.path("idsupplier").asLong());
            receipt.set("supplier", supplier(fields.path("idsupplier")));
            receipt.put("idwarehouse", shop.warehouses().forOrders());
        } else {
            throw Refusal.missing("idpurchaseorder");
        }
        if (fields.hasNonNull("idwarehouse")) {
            receipt.put("idwarehouse", fields.path("idwarehouse").asLong());
        }
        return put(receipt);
    }

    private JsonNode supplier(JsonNode idsupplier) {
        return shop.suppliers()
                .find(idsupplier.asLong())
                .<JsonNode>map(row ->
                        PicqerJson.object().put("idsupplier", row.position()).put("name", row.text("name")))
                .orElseGet(() -> PicqerJson.object().nullNode());
    }

    private ObjectNode blank(long id, int version) {
        ObjectNode receipt = PicqerJson.object()
                .put("idreceipt", id)
                .putNull("idwarehouse")
                .put("version", version)
                .putNull("supplier")
                .putNull("purchaseorder")
                .put("receiptid", "RC" + shop.year() + "-" + String.format("%04d", id - FIRST_ID + 1))
                .put("status", "processing")
                .putNull("completed_by")
                .put("amount_received", 0)
                .putNull("completed_at")
                .put("created", shop.now())
                .put("updated", shop.now());
        if (version == 1) {
            receipt.put("remarks", "").put("amount_received_excessive", 0);
        }
        receipt.putArray("products");
        return receipt;
    }

    /** Books goods onto the receipt: shelf, purchase order and history move at once. */
    ObjectNode addProduct(long id, ObjectNode fields) {
        ObjectNode receipt = requireOpen(id);
        if (!fields.hasNonNull("idproduct") || !fields.hasNonNull("amount")) {
            throw Refusal.missing("idproduct, amount");
        }
        ObjectNode line = lines.make(receipt, fields);
        DocumentLines.array(receipt).add(line);
        book(receipt, line, line.path("amount").asInt());
        if (receipt.path("version").asInt() == 1) {
            ReceiptLines.makeOld(line);
            put(receipt);
        }
        return line;
    }

    ObjectNode revert(long id, long idline) {
        ObjectNode receipt = table().get(id).document();
        ObjectNode line = line(receipt, idline);
        if (line.hasNonNull("reverted_at") || receipt.path("version").asInt() == 1) {
            throw Refusal.wrongStatus();
        }
        line.put("reverted_at", shop.now()).put("reverted_by_iduser", PicqerShop.USER);
        book(receipt, line, -line.path("amount").asInt());
        return line;
    }

    /** A person counted again: the difference moves what the first count moved. */
    ObjectNode recount(long id, long idline, int amount) {
        ObjectNode receipt = table().get(id).document();
        ObjectNode line = line(receipt, idline);
        int difference = amount - line.path("amount").asInt();
        line.put("amount", amount);
        book(receipt, line, difference);
        return line;
    }

    /** Rows that were put in may name products, warehouses and orders that are not there; those then move nothing. */
    private void book(ObjectNode receipt, ObjectNode line, int amount) {
        long idproduct = line.path("idproduct").asLong();
        long idwarehouse = receipt.hasNonNull("idwarehouse")
                ? receipt.path("idwarehouse").asLong()
                : shop.warehouses().forOrders();
        if (shop.products().find(idproduct).isPresent()) {
            String reason = receipt.path("receiptid").asText();
            shop.stockHistory().book(idproduct, idwarehouse, amount, Cause.RECEIPT, reason);
        }
        PurchaseOrders orders = shop.purchaseOrders();
        orders.lineOf(line)
                .ifPresent(ordered ->
                        orders.receive(line.path("idpurchaseorder").asLong(), PurchaseOrders.idOf(ordered), amount));
        receipt.put("amount_received", receipt.path("amount_received").asInt() + amount);
        put(receipt.put("updated", shop.now()));
    }

    /** Completion runs in the background: the answer still says processing. */
    ObjectNode complete(long id) {
        ObjectNode receipt = requireOpen(id);
        completing.put(id, shop.instant().plusSeconds(shop.switches().completionDelaySeconds()));
        return receipt;
    }

    private void finish(long id) {
        ObjectNode receipt = table.get(id).document();
        receipt.put("status", "completed").put("completed_at", shop.now()).put("updated", shop.now());
        receipt.putObject("completed_by").put("iduser", PicqerShop.USER).put("name", "S. Jansen");
        put(receipt);
    }

    void finishNow(long id) {
        requireOpen(id);
        completing.remove(id);
        finish(id);
    }

    /** Only a receipt without products can go. */
    void remove(long id) {
        ObjectNode receipt = table().get(id).document();
        if (!DocumentLines.array(receipt).isEmpty()) {
            throw Refusal.wrongStatus();
        }
        table.remove(id);
    }

    /** Puts a receipt in as it is; lines made later get ids above those of its own. */
    void put(Row row, long lastLine) {
        table().put(row);
        lines.idsAbove(lastLine);
    }

    long putVerbatim(String json) {
        VerbatimRow verbatim = VerbatimRow.of(json, "idreceipt", table::nextId);
        put(verbatim.row(), verbatim.lastLine("idreceipt_product"));
        return verbatim.position();
    }

    /** Picqer's API takes back an empty receipt only, but receipts do vanish from accounts. */
    void vanish(long id) {
        table().remove(id).orElseThrow(Refusal::notFound);
    }

    void clear() {
        table.clear();
        lines.clear();
        completing.clear();
    }

    private ObjectNode put(ObjectNode receipt) {
        table.put(StoredRow.of(receipt.path("idreceipt").asLong(), receipt));
        return receipt;
    }

    private ObjectNode requireOpen(long id) {
        ObjectNode receipt = table().get(id).document();
        if (!receipt.path("status").asText().equals("processing")) {
            throw Refusal.wrongStatus();
        }
        return receipt;
    }

    private static ObjectNode line(ObjectNode receipt, long idline) {
        return DocumentLines.of(receipt)
                .filter(each -> each.path("idreceipt_product").asLong() == idline)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }
}
