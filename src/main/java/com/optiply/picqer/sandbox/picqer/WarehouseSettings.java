package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reorder points and the like: per product and warehouse, kept only where somebody set them. */
final class WarehouseSettings {
    private static final Set<String> SETTABLE = Set.of(
            "stock_level_order",
            "stock_level_desired",
            "stock_location",
            "picking_stock_replenish_trigger",
            "picking_stock_replenish_to");

    private final Map<Place, ObjectNode> settings = new HashMap<>();

    private record Place(long idproduct, long idwarehouse) {}

    ObjectNode of(long idproduct, long idwarehouse) {
        ObjectNode set = settings.get(new Place(idproduct, idwarehouse));
        return set != null ? set : blank(idwarehouse);
    }

    private static ObjectNode blank(long idwarehouse) {
        return PicqerJson.object()
                .put("idwarehouse", idwarehouse)
                .putNull("stock_level_order")
                .putNull("stock_level_desired")
                .putNull("stock_location");
    }

    ObjectNode change(long idproduct, long idwarehouse, ObjectNode fields) {
        ObjectNode changed = of(idproduct, idwarehouse).deepCopy();
        fields.properties().forEach(field -> {
            if (SETTABLE.contains(field.getKey())) {
                changed.set(field.getKey(), field.getValue());
            }
        });
        settings.put(new Place(idproduct, idwarehouse), changed);
        return changed;
    }

    void clear() {
        settings.clear();
    }
}
