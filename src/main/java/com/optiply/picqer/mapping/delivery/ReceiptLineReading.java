package com.optiply.picqer.mapping.delivery;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a receipt as it was read.
 *
 * @param receipt that the line is one of
 * @param zone of Picqer's zoneless times
 * @param historyFrom receipts that were made before this day stay out, unless their order is in Optiply; null: none
 * @param isFollowed whether the order that was received is in Optiply
 * @param orderLine the line of the purchase order that was received, as the receipt names it or as
 *     {@link OldReceiptAllocation} finds it; null when nobody knows it, or not yet
 * @param buyOrderLine what is known of that line; of its order, as long as the line itself is not known; Unknown when
 *     the order has no such line
 */
public record ReceiptLineReading(
        PicqerReceipt receipt,
        PicqerReceiptLine line,
        WarehouseId mainWarehouse,
        ZoneId zone,
        @Nullable LocalDate historyFrom,
        boolean isFollowed,
        @Nullable PurchaseOrderLineId orderLine,
        Reference buyOrderLine)
        implements Reading {

    /** Called by its sku, or by the id of a product that has none. */
    @Override
    public Subject subject() {
        String sku = line.productcode();
        return Subject.within(
                new RemoteId(receipt.idreceipt().toString()),
                line.idreceiptProduct().toString(),
                sku == null ? line.idproduct().toString() : sku);
    }

    /** What its order line rests on: an old receipt names the order only, so on all that the order has. */
    List<Ground> grounds() {
        PurchaseOrderId order = line.orderWithin(receipt);
        return line.idpurchaseorderProduct() == null && order != null ? List.of(Ground.onLinesOf(order)) : List.of();
    }

    /** What it rests on where it is kept out for that reason: perhaps its order line is, itself or with its order. */
    List<Ground> grounds(FilterReason reason) {
        boolean isBeforeHistory = reason == FilterReason.BEFORE_HISTORY;
        if (!buyOrderLine.isReason(reason) && reason != FilterReason.NO_PURCHASE_ORDER && !isBeforeHistory) {
            return List.of();
        }
        List<Ground> grounds = new ArrayList<>(grounds());
        PurchaseOrderId order = line.orderWithin(receipt);
        if (orderLine != null) {
            grounds.add(Ground.onLine(orderLine));
        } else if (order != null && (isBeforeHistory || buyOrderLine instanceof Reference.KeptOut)) {
            grounds.add(Ground.onOrder(order));
        }
        return grounds;
    }
}
