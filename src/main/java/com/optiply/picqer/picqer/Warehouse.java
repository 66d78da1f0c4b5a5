package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;

/** A warehouse as {@code GET /warehouses} lists it (contract: Picqer 9). */
public record Warehouse(WarehouseId idwarehouse, String name, boolean active) {

    /** Throws {@link IllegalArgumentException} when the row is not a warehouse: nothing can be done without it. */
    public static Warehouse read(JsonNode row) {
        RowReader fields = new RowReader(row);
        long id = fields.id("idwarehouse").orElse(0);
        String name = fields.text("name");
        boolean active = RowReader.isAbsent(fields.field("active")) || fields.flag("active");
        if (!fields.problems().isEmpty()) {
            throw new IllegalArgumentException("Picqer listed a warehouse that cannot be read: " + fields.problems());
        }
        return new Warehouse(new WarehouseId(id), name == null ? "" : name, active);
    }
}
