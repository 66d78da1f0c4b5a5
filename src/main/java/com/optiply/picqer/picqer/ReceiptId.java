package com.optiply.picqer.picqer;

/** Picqer's {@code idreceipt}. */
public record ReceiptId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
