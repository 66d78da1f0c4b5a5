package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/**
 * A warehouse as {@code GET /warehouses} lists it (contract: Picqer 9).
 *
 * @param priority its place among those that orders go to, the lowest number first; empty: none go to it
 */
public record Warehouse(WarehouseId idwarehouse, String name, boolean active, OptionalLong priority) {

    public static Row<Warehouse> read(JsonNode row) {
        RowReader fields = new RowReader(row);
        OptionalLong id = fields.id("idwarehouse");
        String name = fields.text("name");
        boolean active = RowReader.isAbsent(fields.field("active")) || fields.flag("active");
        String key = fields.key(id);
        WarehouseId idwarehouse = new WarehouseId(id.orElse(0));
        return fields.row(
                key,
                name == null ? key : name,
                new Warehouse(idwarehouse, name == null ? "" : name, active, priority(row)));
    }

    /** What is not said, or not readably, is no reason to refuse a warehouse: only a warning hangs on it. */
    private static OptionalLong priority(JsonNode row) {
        JsonNode priority = row.path("priority");
        boolean isRanked = row.path("accept_orders").asBoolean(false) && priority.isIntegralNumber();
        return isRanked ? OptionalLong.of(priority.longValue()) : OptionalLong.empty();
    }
}
