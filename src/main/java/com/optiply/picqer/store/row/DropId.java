package com.optiply.picqer.store.row;

/** The number of a dropped file. */
public record DropId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
