package com.optiply.picqer.picqer;

/** Picqer's {@code idpurchaseorder}. */
public record PurchaseOrderId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
