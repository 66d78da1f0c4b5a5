package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.Parts.Part;
import org.jspecify.annotations.Nullable;

/** Lines of orders; a composition brings a line for itself and one for each of its parts. */
final class OrderLines {
    private static final long FIRST_ID = 551_001;

    private final PicqerShop shop;
    private long lastId = FIRST_ID - 1;

    OrderLines(PicqerShop shop) {
        this.shop = shop;
    }

    void addTo(ArrayNode lines, JsonNode fields) {
        if (!fields.hasNonNull("idproduct") || !fields.hasNonNull("amount")) {
            throw Refusal.incompleteLine();
        }
        int amount = PurchaseOrderLines.amount(fields.path("amount"));
        ObjectNode line = add(lines, fields.path("idproduct").asLong(), amount, null);
        if (fields.hasNonNull("price")) {
            line.set("price", fields.get("price"));
        }
    }

    private ObjectNode add(ArrayNode lines, long idproduct, int amount, @Nullable Long partOf) {
        Row product = shop.products().named(idproduct);
        var parts = shop.parts().of(idproduct);
        ObjectNode line = line(product.document(), amount, partOf).put("has_parts", !parts.isEmpty());
        lines.add(line);
        long idline = line.path("idorder_product").asLong();
        for (Part part : parts) {
            if (part.idproduct() != idproduct) {
                add(lines, part.idproduct(), amount * part.amount(), idline);
            }
        }
        return line;
    }

    private ObjectNode line(ObjectNode product, int amount, @Nullable Long partOf) {
        ObjectNode line = PicqerJson.object().put("idorder_product", ++lastId);
        for (String field : new String[] {"idproduct", "idvatgroup", "productcode", "name"}) {
            line.set(field, product.path(field).deepCopy());
        }
        line.putNull("remarks");
        line.set("price", partOf == null ? product.path("price").deepCopy() : line.numberNode(0));
        return line.put("amount", amount)
                .put("amount_cancelled", 0)
                .put("weight", product.path("weight").asInt())
                .put("partof_idorder_product", partOf);
    }

    void clear() {
        lastId = FIRST_ID - 1;
    }
}
