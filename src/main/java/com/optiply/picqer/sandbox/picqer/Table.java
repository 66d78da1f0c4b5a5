package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows in the order of their positions. An array rather than a tree: a page at any offset of 200,000 rows is then found
 * by arithmetic. Guarded by the lock of its shop.
 */
final class Table {
    private final long firstId;
    private final List<Row> rows = new ArrayList<>();
    private long lastId;

    Table(long firstId) {
        this.firstId = firstId;
        lastId = firstId - 1;
    }

    /** A number that no row had before. */
    long nextId() {
        return ++lastId;
    }

    Row put(Row row) {
        lastId = Math.max(lastId, row.position());
        int index = indexOf(row.position());
        if (index >= 0) {
            rows.set(index, row);
        } else {
            rows.add(-index - 1, row);
        }
        return row;
    }

    Optional<Row> find(long position) {
        int index = indexOf(position);
        return index < 0 ? Optional.empty() : Optional.of(rows.get(index));
    }

    Row get(long position) {
        return find(position).orElseThrow(Refusal::notFound);
    }

    /** Puts a changed copy of the record in the place of the old one. */
    ObjectNode change(long position, UnaryOperator<ObjectNode> change) {
        ObjectNode changed = change.apply(get(position).document());
        put(StoredRow.of(position, changed));
        return changed;
    }

    Optional<Row> remove(long position) {
        int index = indexOf(position);
        return index < 0 ? Optional.empty() : Optional.of(rows.remove(index));
    }

    int size() {
        return rows.size();
    }

    /** Where the rows begin whose position is greater. */
    int indexAfter(long position) {
        int index = indexOf(position);
        return index < 0 ? -index - 1 : index + 1;
    }

    /** Where the rows begin whose position is at least this. */
    int indexFrom(long position) {
        int index = indexOf(position);
        return index < 0 ? -index - 1 : index;
    }

    Row at(int index) {
        return rows.get(index);
    }

    Stream<Row> newestFirst() {
        return IntStream.range(0, rows.size()).mapToObj(index -> rows.get(rows.size() - 1 - index));
    }

    Stream<Row> oldestFirst() {
        return rows.stream();
    }

    void clear() {
        rows.clear();
        lastId = firstId - 1;
    }

    private int indexOf(long position) {
        int size = rows.size();
        if (size == 0 || rows.get(size - 1).position() < position) {
            return -size - 1;
        }
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int comparison = Long.compare(rows.get(middle).position(), position);
            if (comparison == 0) {
                return middle;
            }
            if (comparison < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
