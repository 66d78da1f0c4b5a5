package com.optiply.picqer.picqer;

/** Picqer's {@code idreceipt_product}. */
public record ReceiptLineId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
