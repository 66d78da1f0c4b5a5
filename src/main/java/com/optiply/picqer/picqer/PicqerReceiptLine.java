package com.optiply.picqer.picqer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a receipt as Picqer lists it, in Picqer's own words; only what a rule reads.
 *
 * @param idpurchaseorderProduct null in the old version, and for goods that nobody ordered
 * @param idpurchaseorder null in the old version: the receipt's then counts
 * @param amount pieces received
 * @param createdAt when it was received: local, without a zone; null in the old version
 * @param revertedAt when it was taken back: local, without a zone
 */
public record PicqerReceiptLine(
        ReceiptLineId idreceiptProduct,
        @Nullable PurchaseOrderLineId idpurchaseorderProduct,
        @Nullable PurchaseOrderId idpurchaseorder,
        ProductId idproduct,
        @Nullable String productcode,
        long amount,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime revertedAt) {

    public boolean isReverted() {
        return revertedAt != null;
    }

    /** The purchase order behind the line: its own where it names one, else that of its receipt; null if neither. */
    public @Nullable PurchaseOrderId orderWithin(PicqerReceipt receipt) {
        return idpurchaseorder == null ? receipt.idpurchaseorder() : idpurchaseorder;
    }
}
