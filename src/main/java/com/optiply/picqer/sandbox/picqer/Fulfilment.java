package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.StockHistory.Cause;
import java.util.List;

/** From order to parcel, in its simple form: one picklist an order, backorders for what is not there. */
final class Fulfilment {
    private static final long FIRST_PICKLIST = 610_001;
    private static final long FIRST_BACKORDER = 220_001;

    private final PicqerShop shop;
    private final Table picklists = new Table(FIRST_PICKLIST);
    private final Table backorders = new Table(FIRST_BACKORDER);

    Fulfilment(PicqerShop shop) {
        this.shop = shop;
    }

    Table picklists() {
        return picklists;
    }

    Table backorders() {
        return backorders;
    }

    void reserve(ObjectNode order) {
        long idwarehouse = shop.warehouses().forOrders();
        ArrayNode picks = PicqerJson.array();
        DocumentLines.of(order)
                .filter(line -> !line.path("has_parts").asBoolean())
                .forEach(line -> {
                    int wanted = line.path("amount").asInt();
                    int now = Math.min(wanted, Math.max(0, free(line, idwarehouse)));
                    if (now > 0) {
                        picks.add(pick(line, now));
                        change(line, idwarehouse, now, 0);
                    }
                    if (now < wanted) {
                        addBackorder(order, line, idwarehouse, wanted - now);
                        change(line, idwarehouse, 0, wanted - now);
                    }
                });
        if (!picks.isEmpty()) {
            addPicklist(order, idwarehouse, picks);
        }
    }

    private int free(ObjectNode line, long idwarehouse) {
        return shop.products()
                .find(line.path("idproduct").asLong())
                .map(product -> "unlimited_stock".equals(product.text("type"))
                        ? Integer.MAX_VALUE
                        : Stock.inWarehouse(product.document(), idwarehouse).freeStock())
                .orElse(0);
    }

    private void change(ObjectNode line, long idwarehouse, int forPicklists, int forBackorders) {
        long idproduct = line.path("idproduct").asLong();
        if (shop.products().find(idproduct).isPresent()) {
            shop.products().setStock(idproduct, idwarehouse, stock -> stock.reservedForPicklists(forPicklists)
                    .reservedForBackorders(forBackorders));
        }
    }

    private static ObjectNode pick(ObjectNode line, int amount) {
        ObjectNode pick = PicqerJson.object();
        for (String field : new String[] {"idproduct", "idorder_product", "productcode", "name"}) {
            pick.set(field, line.path(field).deepCopy());
        }
        return pick.put("amount", amount).put("amount_picked", 0);
    }

    private void addPicklist(ObjectNode order, long idwarehouse, ArrayNode picks) {
        long id = picklists.nextId();
        ObjectNode head = PicqerJson.object()
                .put("idpicklist", id)
                .put("picklistid", "P" + shop.year() + "-" + String.format("%04d", id - FIRST_PICKLIST + 1))
                .put("idorder", order.path("idorder").asLong())
                .put("idwarehouse", idwarehouse)
                .put("status", "new")
                .putNull("closed_at")
                .put("created", shop.now())
                .put("updated", shop.now());
        head.set("idfulfilment_customer", order.path("idfulfilment_customer"));
        store(head.deepCopy().set("products", picks));
        shop.orders()
                .putPicklists(order.path("idorder").asLong(), PicqerJson.array().add(head));
    }

    private void store(ObjectNode picklist) {
        picklists.put(StoredRow.of(picklist.path("idpicklist").asLong(), picklist));
    }

    private void addBackorder(ObjectNode order, ObjectNode line, long idwarehouse, int amount) {
        long id = backorders.nextId();
        ObjectNode backorder = PicqerJson.object()
                .put("idbackorder", id)
                .put("idorder", order.path("idorder").asLong())
                .put("idorder_product", line.path("idorder_product").asLong())
                .putNull("idreturn")
                .put("idproduct", line.path("idproduct").asLong())
                .put("idwarehouse", idwarehouse)
                .put("amount", amount)
                .put("amount_available", 0)
                .put("priority", 0)
                .put("has_parts", false)
                .put("created_at", shop.now());
        backorder.set("idcustomer", order.path("idcustomer"));
        backorder.set("idfulfilment_customer", order.path("idfulfilment_customer"));
        backorders.put(StoredRow.of(id, backorder));
    }

    /** Sends the parcel: the shelf is emptier, and an order without backorders is completed. */
    ObjectNode closePicklist(long id) {
        ObjectNode picklist = picklists.get(id).document();
        if (!picklist.path("status").asText().equals("new")) {
            throw Refusal.wrongStatus();
        }
        long idwarehouse = picklist.path("idwarehouse").asLong();
        picklist.path("products").forEach(pick -> {
            int amount = pick.path("amount").asInt();
            ObjectNode product = (ObjectNode) pick;
            product.put("amount_picked", amount);
            change(product, idwarehouse, -amount, 0);
            ship(product, idwarehouse, amount, picklist.path("picklistid").asText());
        });
        close(picklist, "closed");
        long idorder = picklist.path("idorder").asLong();
        if (backordersOf(idorder).isEmpty()) {
            shop.orders().complete(idorder);
        }
        return picklist;
    }

    private void ship(ObjectNode pick, long idwarehouse, int amount, String reason) {
        long idproduct = pick.path("idproduct").asLong();
        boolean counted = shop.products()
                .find(idproduct)
                .filter(row -> !"unlimited_stock".equals(row.text("type")))
                .isPresent();
        if (counted) {
            shop.stockHistory().book(idproduct, idwarehouse, -amount, Cause.PICKLIST, reason);
        }
    }

    private void close(ObjectNode picklist, String status) {
        picklist.put("status", status).put("closed_at", shop.now()).put("updated", shop.now());
        store(picklist);
        ObjectNode head = picklist.deepCopy();
        head.remove("products");
        shop.orders()
                .putPicklists(
                        picklist.path("idorder").asLong(), PicqerJson.array().add(head));
    }

    /** Gives back what an order held; says whether it held anything. */
    boolean release(long idorder) {
        List<Row> waiting = backordersOf(idorder);
        for (Row row : waiting) {
            ObjectNode backorder = row.document();
            change(
                    backorder,
                    backorder.path("idwarehouse").asLong(),
                    0,
                    -backorder.path("amount").asInt());
            backorders.remove(row.position());
        }
        List<Row> picking = picklists
                .oldestFirst()
                .filter(row -> Long.toString(idorder).equals(row.text("idorder")))
                .filter(row -> "new".equals(row.text("status")))
                .toList();
        picking.forEach(row -> cancel(row.document()));
        return !waiting.isEmpty() || !picking.isEmpty();
    }

    private void cancel(ObjectNode picklist) {
        long idwarehouse = picklist.path("idwarehouse").asLong();
        picklist.path("products")
                .forEach(pick -> change(
                        (ObjectNode) pick, idwarehouse, -pick.path("amount").asInt(), 0));
        close(picklist, "cancelled");
    }

    private List<Row> backordersOf(long idorder) {
        return backorders
                .oldestFirst()
                .filter(row -> Long.toString(idorder).equals(row.text("idorder")))
                .toList();
    }

    void clear() {
        picklists.clear();
        backorders.clear();
    }
}
