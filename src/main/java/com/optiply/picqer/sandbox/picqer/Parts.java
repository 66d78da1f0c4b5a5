package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What composed products are made of. */
final class Parts {
    private static final long FIRST_ID = 31;

    private final PicqerShop shop;
    private final Map<Long, Part> parts = new TreeMap<>();
    private long lastId = FIRST_ID - 1;

    Parts(PicqerShop shop) {
        this.shop = shop;
    }

    /** @param composed the product it is a part of, which a row never says */
    record Part(long id, long composed, long idproduct, int amount) {}

    Part add(long composed, long idproduct, int amount) {
        shop.products().get(composed);
        shop.products().named(idproduct);
        if (amount < 1) {
            throw Refusal.badAmount();
        }
        Part part = new Part(++lastId, composed, idproduct, amount);
        parts.put(part.id(), part);
        return part;
    }

    Part change(long composed, long id, int amount) {
        if (amount < 1) {
            throw Refusal.badAmount();
        }
        Part part = new Part(id, composed, get(composed, id).idproduct(), amount);
        parts.put(id, part);
        return part;
    }

    void remove(long composed, long id) {
        parts.remove(get(composed, id).id());
    }

    Part get(long composed, long id) {
        Part part = parts.get(id);
        if (part == null || part.composed() != composed) {
            throw Refusal.notFound();
        }
        return part;
    }

    List<Part> of(long composed) {
        return parts.values().stream()
                .filter(part -> part.composed() == composed)
                .collect(Collectors.toList());
    }

    ArrayNode rows(long composed, boolean nested) {
        return rows(composed, nested, new HashSet<>());
    }

    /** A composition that contains itself must not keep the sandbox busy for ever, hence the path walked so far. */
    private ArrayNode rows(long composed, boolean nested, Set<Long> walked) {
        ArrayNode rows = PicqerJson.array();
        walked.add(composed);
        for (Part part : of(composed)) {
            ObjectNode row = row(part);
            boolean isVirtual = row.path("type").asText().equals("virtual_composition");
            if (nested && isVirtual && !walked.contains(part.idproduct())) {
                row.set("parts", rows(part.idproduct(), true, walked));
            }
            rows.add(row);
        }
        walked.remove(composed);
        return rows;
    }

    ObjectNode row(Part part) {
        ObjectNode product =
                shop.products().find(part.idproduct()).map(Row::document).orElseGet(PicqerJson::object);
        ObjectNode row = PicqerJson.object()
                .put("idproduct_part", part.id())
                .put("idproduct", part.idproduct())
                .put("amount", part.amount());
        row.set("productcode", product.path("productcode").deepCopy());
        row.set("name", product.path("name").deepCopy());
        return row.put("type", product.path("type").asText("normal"));
    }

    void clear() {
        parts.clear();
        lastId = FIRST_ID - 1;
    }
}
