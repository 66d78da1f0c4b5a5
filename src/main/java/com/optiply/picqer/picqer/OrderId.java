package com.optiply.picqer.picqer;

/** Picqer's {@code idorder}. */
public record OrderId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
