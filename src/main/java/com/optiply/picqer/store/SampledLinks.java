package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * A few of many records that are in Optiply as they should be, drawn without reading all of them. Places are counted in
 * the order of Optiply's ids: those are numbers in the database, while remote ids are text, in whose order 9 comes
 * after 10.
 */
public final class SampledLinks {
    static final String NEXT = "select " + LinkMapper.COLUMNS
            + """
             from link
            where customer = :customer and kind = :kind and optiply_id is not null and optiply_id >= :from
                and standing = 'send' and seen_run >= :seenSince
            order by optiply_id limit :limit
            """;

    static final String AT =
            """
            select optiply_id from link
            where customer = :customer and kind = :kind and optiply_id is not null and optiply_id >= :from
            order by optiply_id limit 1 offset :passed
            """;

    private static final int WHOLE = 1000;
    private static final long BEGINNING = Long.MIN_VALUE;

    private final Handle handle;

    SampledLinks(Handle handle) {
        this.handle = handle;
    }

    /**
     * As many records as there are places, none twice; fewer only where there are no more. First those at the places,
     * in their order, each the first from there on that may be drawn; then others that follow one of those. Where there
     * are no more records than places, all of them, beginning about at the first place.
     *
     * @param seenSince only what this run or a later one saw
     * @param thousandths of the way through the records that are in Optiply, 0 to 999
     */
    public List<Link> draw(CustomerName customer, Kind kind, RunId seenSince, int... thousandths) {
        long inOptiply = new Links(handle).count(customer, kind);
        if (inOptiply <= thousandths.length) {
            return all(next(customer, kind, BEGINNING, seenSince, thousandths.length), thousandths);
        }
        Map<OptiplyId, Link> drawn = new LinkedHashMap<>();
        SortedMap<Integer, Long> starts = starts(customer, kind, inOptiply, thousandths);
        Arrays.stream(thousandths)
                .mapToObj(place -> first(customer, kind, starts.getOrDefault(place, BEGINNING), seenSince))
                .flatMap(Optional::stream)
                .forEach(link -> drawn.put(link.optiplyId(), link));
        if (drawn.size() < thousandths.length) {
            fill(drawn, from -> next(customer, kind, from, seenSince, thousandths.length), thousandths.length);
        }
        return List.copyOf(drawn.values());
    }

    private static List<Link> all(List<Link> drawn, int... thousandths) {
        List<Link> all = new ArrayList<>(drawn);
        int first = thousandths.length == 0 ? 0 : all.size() * thousandths[0] / WHOLE;
        Collections.rotate(all, -first);
        return all;
    }

    /** The Optiply id at each place, found in one way through the index. */
    private SortedMap<Integer, Long> starts(CustomerName customer, Kind kind, long inOptiply, int... thousandths) {
        SortedMap<Integer, Long> starts = new TreeMap<>();
        long from = BEGINNING;
        long position = 0;
        for (int place : Arrays.stream(thousandths).sorted().toArray()) {
            long passed = inOptiply * place / WHOLE - position;
            Optional<Long> start = at(customer, kind, from, passed);
            if (start.isEmpty()) {
                break;
            }
            from = start.get();
            position += passed;
            starts.put(place, from);
        }
        return starts;
    }

    private Optional<Long> at(CustomerName customer, Kind kind, long from, long passed) {
        return handle.createQuery(AT)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("from", from)
                .bind("passed", passed)
                .mapTo(Long.class)
                .findOne();
    }

    private Optional<Link> first(CustomerName customer, Kind kind, long from, RunId seenSince) {
        return Stream.of(from, BEGINNING)
                .flatMap(start -> next(customer, kind, start, seenSince, 1).stream())
                .findFirst();
    }

    /** In turn one that follows each, so that they stay spread. From the beginning on all are found that there are. */
    private static void fill(Map<OptiplyId, Link> drawn, LongFunction<List<Link>> next, int wanted) {
        List<Iterator<Link>> following = LongStream.concat(
                        drawn.keySet().stream().mapToLong(OptiplyId::value), LongStream.of(BEGINNING))
                .mapToObj(from -> next.apply(from).iterator())
                .toList();
        while (drawn.size() < wanted && following.stream().anyMatch(Iterator::hasNext)) {
            following.stream()
                    .filter(Iterator::hasNext)
                    .map(Iterator::next)
                    .takeWhile(link -> drawn.size() < wanted)
                    .forEach(link -> drawn.putIfAbsent(link.optiplyId(), link));
        }
    }

    /** Those from that Optiply id on. */
    private List<Link> next(CustomerName customer, Kind kind, long from, RunId seenSince, int limit) {
        return handle.createQuery(NEXT)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("from", from)
                .bind("seenSince", seenSince)
                .bind("limit", limit)
                .map(LinkMapper.of(customer, kind))
                .list();
    }
}
