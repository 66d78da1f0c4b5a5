package com.optiply.picqer.optiply;

/** The number that Optiply gave a record, unique within one resource. */
public record OptiplyId(long value) implements Comparable<OptiplyId> {
    @Override
    public int compareTo(OptiplyId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
