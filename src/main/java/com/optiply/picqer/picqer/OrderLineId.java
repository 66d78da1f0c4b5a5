package com.optiply.picqer.picqer;

/** Picqer's {@code idorder_product}. */
public record OrderLineId(long value) implements Comparable<OrderLineId> {
    @Override
    public int compareTo(OrderLineId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
