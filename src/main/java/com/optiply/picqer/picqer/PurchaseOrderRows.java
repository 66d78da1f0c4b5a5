package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of {@code GET /purchaseorders} (contract: Picqer 6.3). A line that cannot be read makes its order
 * unreadable: half an order is never sent.
 */
public final class PurchaseOrderRows {
    private PurchaseOrderRows() {}

    public static Row<PicqerPurchaseOrder> read(JsonNode row) {
        RowReader fields = new RowReader(row);
        RowTimes times = new RowTimes(fields);
        OptionalLong id = fields.id("idpurchaseorder");
        PicqerPurchaseOrder order = new PicqerPurchaseOrder(
                new PurchaseOrderId(id.orElse(0)),
                supplier(fields),
                fields.text("supplier_name"),
                new WarehouseId(fields.id("idwarehouse").orElse(0)),
                fields.text("purchaseorderid"),
                fields.text("supplier_orderid"),
                status(fields),
                fields.text("remarks"),
                times.dateOrNull("delivery_date"),
                times.time("created"),
                times.time("updated"),
                lines(fields));
        String key = id.isPresent() ? Long.toString(id.getAsLong()) : RowKeys.ofRowWithoutId(row);
        if (fields.problems().isEmpty()) {
            return new Row.Read<>(key, order);
        }
        String label = order.purchaseorderid() == null ? key : order.purchaseorderid();
        return new Row.Unreadable<>(key, label, List.copyOf(fields.problems()));
    }

    private static @Nullable SupplierId supplier(RowReader fields) {
        OptionalLong id = fields.idIfGiven("idsupplier");
        return id.isPresent() ? new SupplierId(id.getAsLong()) : null;
    }

    private static PurchaseOrderStatus status(RowReader fields) {
        JsonNode found = fields.field("status");
        return PurchaseOrderStatus.of(found.asText()).orElseGet(() -> {
            fields.problem("status", found, "one of Picqer's four states of a purchase order");
            return PurchaseOrderStatus.CONCEPT;
        });
    }

    private static List<PicqerPurchaseOrderLine> lines(RowReader fields) {
        Set<PurchaseOrderLineId> seen = new HashSet<>();
        List<PicqerPurchaseOrderLine> lines = new ArrayList<>();
        for (RowReader of : RowLines.of(fields)) {
            PicqerPurchaseOrderLine line = line(of);
            if (of.problems().isEmpty() && !seen.add(line.idpurchaseorderProduct())) {
                of.problem(RowLines.PURCHASE_ORDER_LINE_ID, of.field(RowLines.PURCHASE_ORDER_LINE_ID), "another id");
            }
            lines.add(line);
            RowLines.tell(fields, of, RowLines.PURCHASE_ORDER_LINE_ID, lines.size());
        }
        return List.copyOf(lines);
    }

    private static PicqerPurchaseOrderLine line(RowReader of) {
        return new PicqerPurchaseOrderLine(
                new PurchaseOrderLineId(of.id(RowLines.PURCHASE_ORDER_LINE_ID).orElse(0)),
                new ProductId(of.id("idproduct").orElse(0)),
                of.text("productcode"),
                of.money("price"),
                of.wholeNumber("amount"),
                new RowTimes(of).dateOrNull("delivery_date"));
    }
}
