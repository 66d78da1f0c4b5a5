package com.optiply.picqer.store.row;

/** The number of a request. */
public record RequestId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
