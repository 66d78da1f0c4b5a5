package com.optiply.picqer.store;

import com.optiply.picqer.optiply.RemoteId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many keys in one statement, but never more than a page of them: so the same few statements come back for ever, which
 * is what the drivers' statement caches live on, and no database's limit on parameters is near.
 */
final class Keys {
    private static final int PER_STATEMENT = 100;

    private Keys() {}

    static <K, R> Stream<R> query(Collection<K> keys, Function<List<K>, List<R>> query) {
        return pages(keys).map(query).flatMap(List::stream);
    }

    static <K> void update(Collection<K> keys, Consumer<List<K>> update) {
        pages(keys).forEach(update);
    }

    /** Where a page by remote id begins: no remote id is empty, so all come after the empty one. */
    static String after(@Nullable RemoteId last) {
        return last == null ? "" : last.value();
    }

    private static <K> Stream<List<K>> pages(Collection<K> keys) {
        List<K> all = new ArrayList<>(keys);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + PER_STATEMENT)
                .mapToObj(from -> all.subList(from, Math.min(from + PER_STATEMENT, all.size())));
    }
}
