package com.optiply.picqer.picqer;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of goods as Picqer lists it, in Picqer's own words; only what a rule reads. Both versions have this shape
 * (contract: Picqer 7.3).
 *
 * @param idpurchaseorder null for goods of a supplier without an order of their own
 * @param receiptid the number that people call it by
 * @param created local, without a zone
 * @param completedAt local, without a zone; null while goods are still being booked
 * @param lines each a record of its own: one that cannot be read costs itself only
 */
public record PicqerReceipt(
        ReceiptId idreceipt,
        @Nullable WarehouseId idwarehouse,
        @Nullable PurchaseOrderId idpurchaseorder,
        @Nullable String receiptid,
        LocalDateTime created,
        @Nullable LocalDateTime completedAt,
        List<Row<PicqerReceiptLine>> lines) {}
