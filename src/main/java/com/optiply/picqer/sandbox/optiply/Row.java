package com.optiply.picqer.sandbox.optiply;

import org.jspecify.annotations.Nullable;

/**
 * One record: a value per attribute in the slots of its type. An array and not a map, because a benchmark keeps
 * hundreds of thousands of them.
 */
final class Row {
    private final long id;
    private @Nullable Object[] values;
    private byte @Nullable [] rendered;

    Row(long id, @Nullable Object[] values) {
        this.id = id;
        this.values = values;
    }

    long id() {
        return id;
    }

    @Nullable
    Object get(int slot) {
        return values[slot];
    }

    @Nullable
    Object[] copyOfValues() {
        return values.clone();
    }

    void replaceValues(@Nullable Object[] values) {
        this.values = values;
        this.rendered = null;
    }

    /** The attributes as JSON, kept from the last time they were shown; null after a change. */
    byte @Nullable [] rendered() {
        return rendered;
    }

    void rendered(byte @Nullable [] json) {
        this.rendered = json;
    }
}
