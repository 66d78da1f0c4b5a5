package com.optiply.picqer.picqer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A walk that went to its end.
 *
 * @param offsets that were asked for, in their order
 * @param rows that were read, each once
 */
record Walked(List<Integer> offsets, Set<String> rows) {
    private static final Runnable NOTHING = () -> {};

    static Walked over(MovingList list, ListWalk walk) {
        return over(list, walk, Map.of());
    }

    /** @param before what happens to the list before the page of that number, the first being 0, is read */
    static Walked over(MovingList list, ListWalk walk, Map<Integer, Runnable> before) {
        List<Integer> offsets = new ArrayList<>();
        Set<String> rows = new LinkedHashSet<>();
        while (!walk.ended()) {
            before.getOrDefault(offsets.size(), NOTHING).run();
            offsets.add(walk.offset());
            List<String> page = list.page(walk.offset());
            if (walk.take(page)) {
                rows.addAll(page);
            }
        }
        return new Walked(offsets, rows);
    }
}
