package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the goods lie. */
final class Warehouses {
    private static final long FIRST_ID = 18;

    private final Table table = new Table(FIRST_ID);

    Table table() {
        return table;
    }

    ObjectNode add(long id, String name, int priority, boolean acceptsOrders, boolean active) {
        ObjectNode warehouse = PicqerJson.object()
                .put("idwarehouse", id)
                .put("name", name)
                .put("accept_orders", acceptsOrders)
                .put("counts_for_general_stock", true)
                .put("priority", priority)
                .put("active", active);
        table.put(StoredRow.of(id, warehouse));
        return warehouse;
    }

    long putVerbatim(String json) {
        VerbatimRow verbatim = VerbatimRow.of(json, "idwarehouse", table::nextId);
        table.put(verbatim.row());
        return verbatim.position();
    }

    List<Long> ids() {
        return table.oldestFirst().map(Row::position).toList();
    }

    /** The one that new purchase orders and orders go to; 1 is the best priority. */
    long forOrders() {
        return table.oldestFirst()
                .filter(row -> "true".equals(row.text("accept_orders")) && "true".equals(row.text("active")))
                .min(Comparator.comparingInt(Warehouses::priority))
                .map(Row::position)
                .orElseThrow(() -> Refusal.missing("idwarehouse"));
    }

    private static int priority(Row warehouse) {
        return Optional.ofNullable(warehouse.text("priority"))
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
    }
}
