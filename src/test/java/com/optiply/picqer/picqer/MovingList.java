package com.optiply.picqer.picqer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A list as Picqer keeps it, the newest row first, that may change between two pages. */
final class MovingList {
    private final List<Integer> ids = new ArrayList<>();
    private final IntUnaryOperator offsets;
    private int lastId;

    MovingList(int rows) {
        this(rows, offset -> offset);
    }

    /** @param offsets what the server makes of an offset that it is asked for */
    MovingList(int rows, IntUnaryOperator offsets) {
        this.offsets = offsets;
        insert(rows);
    }

    /** New rows come in at the top, because their ids are the highest. */
    void insert(int rows) {
        IntStream.range(0, rows).forEach(row -> ids.add(0, ++lastId));
    }

    /** Takes out the row at that place. */
    void remove(int index) {
        ids.remove(index);
    }

    void removeRange(int from, int to) {
        ids.subList(from, to).clear();
    }

    int size() {
        return ids.size();
    }

    List<String> page(int offset) {
        int from = Math.min(offsets.applyAsInt(offset), ids.size());
        return ids.subList(from, Math.min(from + ListWalk.PAGE_ROWS, ids.size())).stream()
                .map(String::valueOf)
                .collect(Collectors.toList());
    }

    List<String> all() {
        return ids.stream().map(String::valueOf).toList();
    }
}
