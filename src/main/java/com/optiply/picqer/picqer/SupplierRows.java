package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads rows of {@code GET /suppliers} (contract: Picqer 5). Whether one is inactive is not read from its row: the list
 * that it stands on says so.
 */
public final class SupplierRows {
    private SupplierRows() {}

    public static Row<PicqerSupplier> read(JsonNode row) {
        RowReader fields = new RowReader(row);
        RowReader country = new RowReader(row);
        OptionalLong id = fields.id("idsupplier");
        PicqerSupplier supplier = new PicqerSupplier(
                new SupplierId(id.orElse(0)),
                fields.text("name"),
                country.text("country"),
                List.copyOf(country.problems()));
        String key = fields.key(id);
        return fields.row(key, supplier.name() == null ? key : supplier.name(), supplier);
    }
}
