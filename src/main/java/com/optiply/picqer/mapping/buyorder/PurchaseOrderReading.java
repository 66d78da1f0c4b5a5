package com.optiply.picqer.mapping.buyorder;

import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as it was read, with everything that its rules and those of its lines depend on.
 *
 * @param zone of Picqer's zoneless times
 * @param historyFrom orders that were made before this day stay out; null: none does
 * @param isInOptiply whether it was sent before, and is there
 * @param supplierKey which supplier it is; null where the order names none
 * @param supplier what is known of that one
 * @param products what is known of the products of its lines; one that is not there was never read
 * @param prices for lines that bear none
 * @param isOptiplysOwn whether Optiply itself made this order, and it was written out to Picqer
 * @param copiedFrom the Optiply order whose marker it carries without being that order; null where it carries none
 */
public record PurchaseOrderReading(
        PicqerPurchaseOrder order,
        WarehouseId mainWarehouse,
        ZoneId zone,
        @Nullable LocalDate historyFrom,
        boolean isInOptiply,
        @Nullable RemoteId supplierKey,
        Reference supplier,
        Map<ProductId, Reference> products,
        ProductPrices prices,
        boolean isOptiplysOwn,
        @Nullable OptiplyId copiedFrom)
        implements Reading {

    @Override
    public Subject subject() {
        return subject(order);
    }

    /** Called by its number, or by the id of an order that has none. */
    public static Subject subject(PicqerPurchaseOrder order) {
        String id = order.idpurchaseorder().toString();
        String number = order.purchaseorderid();
        return Subject.of(id, number == null ? id : number);
    }

    RemoteId remoteId() {
        return new RemoteId(order.idpurchaseorder().toString());
    }
}
