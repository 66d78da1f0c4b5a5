package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lines of purchase orders: what is asked for, filled up from the product. */
final class PurchaseOrderLines {
    private static final long FIRST_ID = 88_101;

    private final PicqerShop shop;
    private long lastId = FIRST_ID - 1;

    PurchaseOrderLines(PicqerShop shop) {
        this.shop = shop;
    }

    /** A name sent with the line is not listened to: it is the product's. */
    ObjectNode make(JsonNode fields) {
        if (!fields.hasNonNull("idproduct") || !fields.hasNonNull("amount")) {
            throw Refusal.missing("idproduct, amount");
        }
        ObjectNode product =
                shop.products().named(fields.path("idproduct").asLong()).document();
        ObjectNode line = PicqerJson.object()
                .put("idpurchaseorder_product", ++lastId)
                .put("idproduct", fields.path("idproduct").asLong());
        for (String field : new String[] {"idvatgroup", "productcode", "productcode_supplier", "name"}) {
            line.set(field, product.path(field).deepCopy());
        }
        line.set(
                "price",
                product.hasNonNull("fixedstockprice") ? product.get("fixedstockprice") : product.path("price"));
        line.put("amount", 0).put("amountreceived", 0).putNull("delivery_date");
        line.put("weight", product.path("weight").asInt());
        return change(line, fields);
    }

    ObjectNode change(ObjectNode line, JsonNode fields) {
        if (fields.has("amount")) {
            line.put("amount", amount(fields.path("amount")));
        }
        if (fields.hasNonNull("price")) {
            line.set("price", fields.get("price"));
        }
        if (fields.has("delivery_date")) {
            line.set("delivery_date", fields.get("delivery_date"));
        }
        return line;
    }

    /** Clients send whole numbers also as text. */
    static int amount(JsonNode amount) {
        boolean whole = amount.isIntegralNumber() || amount.asText().matches("\\d{1,9}");
        if (!whole || amount.asInt() < 1) {
            throw Refusal.badAmount();
        }
        return amount.asInt();
    }

    /** Ids that came in with rows are not given again. */
    void idsAbove(long id) {
        lastId = Math.max(lastId, id);
    }

    void clear() {
        lastId = FIRST_ID - 1;
    }
}
