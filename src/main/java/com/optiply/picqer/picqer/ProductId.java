package com.optiply.picqer.picqer;

/** Picqer's {@code idproduct}. */
public record ProductId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
