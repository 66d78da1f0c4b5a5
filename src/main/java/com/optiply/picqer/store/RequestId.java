package com.optiply.picqer.store;

/** The number of a request. */
public record RequestId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
