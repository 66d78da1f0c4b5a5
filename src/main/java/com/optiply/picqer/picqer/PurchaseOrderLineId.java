package com.optiply.picqer.picqer;

/** Picqer's {@code idpurchaseorder_product}. */
public record PurchaseOrderLineId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
