package com.optiply.picqer.mapping.buyorder;

import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.picqer.PicqerPurchaseOrderLine;

/**
 * A line of a purchase order as it was read.
 *
 * @param order that the line is one of
 */
public record PurchaseOrderLineReading(PurchaseOrderReading order, PicqerPurchaseOrderLine line) implements Reading {

    /** Called by its sku, or by the id of a product that has none. */
    @Override
    public Subject subject() {
        String sku = line.productcode();
        return Subject.within(
                order.remoteId(),
                line.idpurchaseorderProduct().toString(),
                sku == null ? line.idproduct().toString() : sku);
    }

    /** What is known of the line's product. */
    Reference product() {
        Reference known = order.products().get(line.idproduct());
        return known == null ? new Reference.Missing() : known;
    }
}
