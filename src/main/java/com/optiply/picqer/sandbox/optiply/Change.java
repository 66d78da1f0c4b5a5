package com.optiply.picqer.sandbox.optiply;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a request or a person gives a record, read and within their limits. Null clears. */
final class Change {
    private final ResourceType type;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Change(ResourceType type) {
        this.type = type;
    }

    ResourceType type() {
        return type;
    }

    boolean gives(String attribute) {
        return values.containsKey(attribute);
    }

    @Nullable
    Object get(String attribute) {
        return values.get(attribute);
    }

    void put(String attribute, @Nullable Object value) {
        values.put(attribute, value);
    }

    void drop(String attribute) {
        values.remove(attribute);
    }

    /** Write-only values have no place in a row. */
    void applyTo(@Nullable Object[] row) {
        values.forEach((name, value) -> {
            int slot = type.slot(name);
            if (!type.attributes().get(slot).is(Attribute.Trait.WRITE_ONLY)) {
                row[slot] = value;
            }
        });
    }
}
