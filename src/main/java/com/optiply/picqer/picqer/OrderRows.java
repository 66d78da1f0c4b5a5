package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code GET /orders} (contract: Picqer 8.3). No name, address or e-mail is ever read. */
public final class OrderRows {
    private OrderRows() {}

    public static Row<PicqerOrder> read(JsonNode row) {
        RowReader fields = new RowReader(row);
        OptionalLong id = fields.id("idorder");
        String orderid = fields.text("orderid");
        OrderStatus status = status(fields);
        Set<WarehouseId> warehouses = warehouses(fields);
        LocalDateTime created = required("created", fields);
        LocalDateTime updated = updated(status, fields);
        List<PicqerOrderLine> lines = OrderLineRows.read(fields);
        if (status != null && created != null && fields.problems().isEmpty()) {
            OrderId idorder = new OrderId(id.orElseThrow());
            return new Row.Read<>(
                    idorder.toString(), new PicqerOrder(idorder, orderid, status, warehouses, created, updated, lines));
        }
        String key = id.isPresent() ? Long.toString(id.getAsLong()) : RowKeys.ofRowWithoutId(row);
        return new Row.Unreadable<>(key, orderid == null ? key : orderid, List.copyOf(fields.problems()));
    }

    private static @Nullable OrderStatus status(RowReader fields) {
        String code = fields.text("status");
        OrderStatus status = code == null ? null : OrderStatus.of(code).orElse(null);
        if (status == null && !fields.hasProblem("status")) {
            fields.problem("status", fields.field("status"), "one of Picqer's six order statuses");
        }
        return status;
    }

    /** A completed order was completed when it was last changed, so that this must be known; else nobody asks. */
    private static @Nullable LocalDateTime updated(@Nullable OrderStatus status, RowReader fields) {
        return status == OrderStatus.COMPLETED
                ? required("updated", fields)
                : new RowTimes(fields).timeOrNull("updated");
    }

    private static @Nullable LocalDateTime required(String field, RowReader fields) {
        LocalDateTime time = new RowTimes(fields).timeOrNull(field);
        if (time == null && !fields.hasProblem(field)) {
            fields.problem(field, fields.field(field), "a date and time such as 2025-10-21 09:30:00");
        }
        return time;
    }

    private static Set<WarehouseId> warehouses(RowReader fields) {
        JsonNode array = fields.field("warehouses");
        if (RowReader.isAbsent(array)) {
            return Set.of();
        }
        Set<WarehouseId> warehouses = new HashSet<>();
        if (!array.isArray()) {
            fields.problems().add(ofForm("warehouses", array, "a list of warehouses"));
        }
        for (JsonNode entry : array) {
            if (RowReader.isId(entry)) {
                warehouses.add(new WarehouseId(entry.longValue()));
            } else {
                fields.problems().add(ofForm("warehouses", entry, "a positive whole number in it"));
            }
        }
        return Set.copyOf(warehouses);
    }

    /** Tells the form of what was found only: such a field may hold anything, and somebody's name too. */
    static FieldProblem ofForm(String field, JsonNode found, String expected) {
        String form = found.isMissingNode() ? null : found.getNodeType().name().toLowerCase(Locale.ROOT);
        return new FieldProblem(field, form, expected);
    }
}
