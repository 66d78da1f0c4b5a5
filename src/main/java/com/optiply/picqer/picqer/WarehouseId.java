package com.optiply.picqer.picqer;

/** Picqer's {@code idwarehouse}. */
public record WarehouseId(long value) implements Comparable<WarehouseId> {
    @Override
    public int compareTo(WarehouseId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
