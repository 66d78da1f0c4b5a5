package com.optiply.picqer.picqer;

/** Picqer's {@code idsupplier}. */
public record SupplierId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
