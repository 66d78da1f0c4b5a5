package com.optiply.picqer.optiply;

/** The number that Optiply gave a record, unique within one resource. */
public record OptiplyId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
