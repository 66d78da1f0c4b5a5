package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of {@code GET /receipts}, of both versions (contract: Picqer 7.1 and 7.3).
 *
 * <p>The key of a receipt is its id behind a word, since the records that are kept are its lines: a receipt that could
 * not be read is kept among them, and must not be taken for the line that has the same number.
 */
public final class ReceiptRows {
    private static final String KEY = "receipt-";

    private ReceiptRows() {}

    /** The key of the receipt of that id. */
    public static String key(String receipt) {
        return KEY + receipt;
    }

    /** The receipt that a row of this key is; empty where it bore no id. */
    public static Optional<ReceiptId> receipt(String key) {
        String id = key.substring(KEY.length());
        return id.chars().allMatch(Character::isDigit)
                ? Optional.of(new ReceiptId(Long.parseLong(id)))
                : Optional.empty();
    }

    public static Row<PicqerReceipt> read(JsonNode row) {
        RowReader fields = new RowReader(row);
        RowTimes times = new RowTimes(fields);
        OptionalLong id = fields.id("idreceipt");
        PicqerReceipt receipt = new PicqerReceipt(
                new ReceiptId(id.orElse(0)),
                warehouse(fields),
                purchaseOrder(fields),
                fields.text("receiptid"),
                times.time("created"),
                times.timeOrNull("completed_at"),
                lines(fields));
        String key = key(id.isPresent() ? Long.toString(id.getAsLong()) : RowKeys.ofRowWithoutId(row));
        if (fields.problems().isEmpty()) {
            return new Row.Read<>(key, receipt);
        }
        String label = receipt.receiptid() == null ? key : receipt.receiptid();
        return new Row.Unreadable<>(key, label, List.copyOf(fields.problems()));
    }

    private static @Nullable WarehouseId warehouse(RowReader fields) {
        OptionalLong id = fields.idIfGiven("idwarehouse");
        return id.isPresent() ? new WarehouseId(id.getAsLong()) : null;
    }

    /** The receipt names its order by an object. */
    private static @Nullable PurchaseOrderId purchaseOrder(RowReader fields) {
        JsonNode order = fields.field("purchaseorder");
        if (RowReader.isAbsent(order)) {
            return null;
        }
        if (!order.isObject()) {
            fields.problem("purchaseorder", order, "a purchase order");
            return null;
        }
        RowReader of = new RowReader(order);
        OptionalLong id = of.id("idpurchaseorder");
        if (id.isEmpty()) {
            fields.problem("purchaseorder.idpurchaseorder", of.field("idpurchaseorder"), "a positive whole number");
            return null;
        }
        return new PurchaseOrderId(id.getAsLong());
    }

    private static List<Row<PicqerReceiptLine>> lines(RowReader fields) {
        List<Row<PicqerReceiptLine>> lines = new ArrayList<>();
        RowLines.nodes(fields).forEach(node -> lines.add(line(node)));
        return List.copyOf(lines);
    }

    private static Row<PicqerReceiptLine> line(JsonNode node) {
        RowReader of = new RowReader(node);
        RowTimes times = new RowTimes(of);
        OptionalLong id = of.id("idreceipt_product");
        OptionalLong orderLine = of.idIfGiven(RowLines.PURCHASE_ORDER_LINE_ID);
        OptionalLong order = of.idIfGiven("idpurchaseorder");
        PicqerReceiptLine line = new PicqerReceiptLine(
                new ReceiptLineId(id.orElse(0)),
                orderLine.isPresent() ? new PurchaseOrderLineId(orderLine.getAsLong()) : null,
                order.isPresent() ? new PurchaseOrderId(order.getAsLong()) : null,
                new ProductId(of.id("idproduct").orElse(0)),
                of.text("productcode"),
                of.wholeNumber("amount"),
                times.timeOrNull("created_at"),
                times.timeOrNull("reverted_at"));
        String key = id.isPresent() ? Long.toString(id.getAsLong()) : RowKeys.ofRowWithoutId(node);
        if (of.problems().isEmpty()) {
            return new Row.Read<>(key, line);
        }
        String label = line.productcode() == null ? key : line.productcode();
        return new Row.Unreadable<>(key, label, List.copyOf(of.problems()));
    }
}
