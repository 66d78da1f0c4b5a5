package com.optiply.picqer.sandbox.optiply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows by the value of one attribute, in the order of their ids. Most values have one row, so a row stands there by
 * itself and a list only from the second on; that halves the memory.
 */
final class Index {
    private static final Comparator<Row> BY_ID = Comparator.comparingLong(Row::id);

    private final Map<Object, Object> rows = new HashMap<>();

    void add(@Nullable Object key, Row row) {
        if (key != null) {
            rows.merge(key, row, (present, added) -> inserted(present, row));
        }
    }

    void remove(@Nullable Object key, Row row) {
        if (key != null) {
            rows.computeIfPresent(key, (same, present) -> without(present, row));
        }
    }

    List<Row> get(Object key) {
        Object found = rows.get(key);
        if (found == null) {
            return List.of();
        }
        return found instanceof Row row ? List.of(row) : Collections.unmodifiableList(list(found));
    }

    private static Object inserted(Object present, Row row) {
        List<Row> list = present instanceof Row first ? new ArrayList<>(List.of(first)) : list(present);
        int position = Collections.binarySearch(list, row, BY_ID);
        list.add(-position - 1, row);
        return list;
    }

    private static @Nullable Object without(Object present, Row row) {
        if (present instanceof Row) {
            return null;
        }
        List<Row> list = list(present);
        list.remove(Collections.binarySearch(list, row, BY_ID));
        return list.size() == 1 ? list.get(0) : list;
    }

    @SuppressWarnings("unchecked") // What is not a row was made by `inserted`.
    private static List<Row> list(Object rows) {
        return (List<Row>) rows;
    }
}
