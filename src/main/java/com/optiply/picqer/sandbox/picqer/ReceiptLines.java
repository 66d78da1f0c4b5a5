package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Lines of receipts, and the purchase order line each belongs to. */
final class ReceiptLines {
    private static final long FIRST_ID = 90_401;

    private static final List<String> NEW_IN_VERSION_2 = List.of(
            "idpurchaseorder_product",
            "added_by_receipt",
            "abc_classification",
            "location",
            "created_at",
            "received_by_iduser",
            "reverted_at",
            "reverted_by_iduser");

    private final PicqerShop shop;
    private long lastId = FIRST_ID - 1;

    ReceiptLines(PicqerShop shop) {
        this.shop = shop;
    }

    ObjectNode make(ObjectNode receipt, ObjectNode fields) {
        ObjectNode product =
                shop.products().named(fields.path("idproduct").asLong()).document();
        int amount = PurchaseOrderLines.amount(fields.path("amount"));
        ObjectNode order = orderOf(receipt, fields).orElseGet(() -> newOrder(receipt, fields));
        ObjectNode ordered = orderLine(order, fields);
        ObjectNode line = PicqerJson.object()
                .put("idreceipt_product", ++lastId)
                .put("idpurchaseorder_product", PurchaseOrders.idOf(ordered))
                .put("idproduct", fields.path("idproduct").asLong())
                .put("idpurchaseorder", order.path("idpurchaseorder").asLong());
        for (String field : new String[] {"productcode", "productcode_supplier", "name", "barcode"}) {
            line.set(field, product.path(field).deepCopy());
        }
        line.put("amount", amount).set("amount_ordered", ordered.path("amount"));
        line.put("added_by_receipt", order.path("remarks").asText().equals(remarks(receipt)))
                .putNull("abc_classification")
                .putNull("location")
                .put("created_at", shop.now())
                .put("received_by_iduser", PicqerShop.USER)
                .putNull("reverted_at")
                .putNull("reverted_by_iduser");
        return line;
    }

    /** A line as the first version shows it: without the order's line, the time and who it was. */
    static void makeOld(ObjectNode line) {
        int amount = line.path("amount").asInt();
        int ordered = line.path("amount_ordered").asInt();
        line.remove(NEW_IN_VERSION_2);
        line.put("amount_backorders", 0)
                .put("amount_more_than_ordered", Math.max(0, amount - ordered))
                .put("amount_previously_received", 0)
                .put("amount_receiving", amount)
                .put("stock", amount)
                .put("stock_location", "");
        for (String list : new String[] {"candidate_purchaseorders", "locations", "product_locations"}) {
            line.putArray(list);
        }
    }

    /** The receipt's own order if it holds the product, else for a supplier receipt any open one of that supplier. */
    private Optional<ObjectNode> orderOf(ObjectNode receipt, ObjectNode fields) {
        long idproduct = fields.path("idproduct").asLong();
        long own = receipt.path("purchaseorder").path("idpurchaseorder").asLong();
        long idsupplier = receipt.path("supplier").path("idsupplier").asLong();
        PurchaseOrders orders = shop.purchaseOrders();
        return orders.table()
                .oldestFirst()
                .filter(row -> own != 0 ? row.position() == own : PurchaseOrders.PURCHASED.equals(row.text("status")))
                .map(Row::document)
                .filter(order -> own != 0 || order.path("idsupplier").asLong() == idsupplier)
                .filter(order -> orders.lineFor(order, idproduct).isPresent())
                .findFirst();
    }

    /** Goods that nobody ordered: Picqer makes a purchase order for them by itself. */
    private ObjectNode newOrder(ObjectNode receipt, ObjectNode fields) {
        ObjectNode header = PicqerJson.object().put("remarks", remarks(receipt));
        header.set("idwarehouse", receipt.path("idwarehouse"));
        if (receipt.hasNonNull("supplier")) {
            header.set("idsupplier", receipt.path("supplier").path("idsupplier"));
        } else {
            header.put("supplier_name", "Unknown");
        }
        ObjectNode line = header.putArray("products").addObject();
        line.set("idproduct", fields.path("idproduct"));
        line.set("amount", fields.path("amount"));
        ObjectNode order = shop.purchaseOrders().add(header, null);
        return shop.purchaseOrders()
                .markAsPurchased(order.path("idpurchaseorder").asLong());
    }

    private ObjectNode orderLine(ObjectNode order, ObjectNode fields) {
        if (fields.hasNonNull("idpurchaseorder_product")) {
            return shop.purchaseOrders()
                    .line(order, fields.path("idpurchaseorder_product").asLong());
        }
        return shop.purchaseOrders()
                .lineFor(order, fields.path("idproduct").asLong())
                .orElseThrow(Refusal::notOnPurchaseOrder);
    }

    private static String remarks(ObjectNode receipt) {
        return "Receipt " + receipt.path("receiptid").asText();
    }

    /** Ids that came in with rows are not given again. */
    void idsAbove(long id) {
        lastId = Math.max(lastId, id);
    }

    void clear() {
        lastId = FIRST_ID - 1;
    }
}
