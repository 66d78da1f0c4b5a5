package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A line of a receipt as it was read.
 *
 * @param receipt that the line is one of
 * @param zone of Picqer's zoneless times
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
}
