package com.optiply.picqer.store;

/** The number of a dropped file. */
public record DropId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
