package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.Parts.Part;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Another amount of a composition means another amount of everything it is made of. */
    static void change(ObjectNode order, long idline, ObjectNode fields) {
        ObjectNode line = line(order, idline);
        if (fields.has("amount")) {
            int before = line.path("amount").asInt();
            int amount = PurchaseOrderLines.amount(fields.path("amount"));
            below(order, idline)
                    .filter(part -> before > 0)
                    .forEach(part -> part.put("amount", part.path("amount").asInt() * amount / before));
            line.put("amount", amount);
        }
        for (String field : new String[] {"price", "remarks", "amount_cancelled"}) {
            if (fields.has(field)) {
                line.set(field, fields.get(field));
            }
        }
    }

    /** A composition takes the lines of its parts with it. */
    static void remove(ObjectNode order, long idline) {
        Set<Long> gone =
                new HashSet<>(below(order, idline).map(OrderLines::idOf).toList());
        gone.add(idOf(line(order, idline)));
        ArrayNode kept = PicqerJson.array();
        DocumentLines.of(order).filter(line -> !gone.contains(idOf(line))).forEach(kept::add);
        order.set("products", kept);
    }

    private static ObjectNode line(ObjectNode order, long idline) {
        return DocumentLines.of(order)
                .filter(line -> idOf(line) == idline)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The lines of its parts, and of theirs. */
    private static Stream<ObjectNode> below(ObjectNode order, long idline) {
        return DocumentLines.of(order)
                .filter(line -> line.path("partof_idorder_product").asLong() == idline)
                .flatMap(part -> Stream.concat(Stream.of(part), below(order, idOf(part))));
    }

    private static long idOf(ObjectNode line) {
        return line.path("idorder_product").asLong();
    }

    /** Ids that came in with rows are not given again. */
    void idsAbove(long id) {
        lastId = Math.max(lastId, id);
    }

    void clear() {
        lastId = FIRST_ID - 1;
    }
}
