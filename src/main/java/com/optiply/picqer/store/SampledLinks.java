package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A few of many records that are in Optiply as they should be, drawn without reading all of them. */
public final class SampledLinks {
    private static final int THOUSANDTHS = 3;

    private final Handle handle;

    SampledLinks(Handle handle) {
        this.handle = handle;
    }

    /**
     * One record for each place, and none twice: so fewer where there are few.
     *
     * @param kind of record whose ids are numbers
     * @param seenSince only what this run or a later one saw
     * @param thousandths of the way from the lowest id to the highest
     */
    public List<Link> draw(CustomerName customer, Kind kind, RunId seenSince, int... thousandths) {
        Optional<RemoteId> lowest = end(customer, kind, "asc");
        Optional<RemoteId> highest = end(customer, kind, "desc");
        if (lowest.isEmpty() || highest.isEmpty()) {
            return List.of();
        }
        BigDecimal from = new BigDecimal(lowest.get().value());
        BigDecimal way = new BigDecimal(highest.get().value()).subtract(from);
        Map<RemoteId, Link> drawn = new LinkedHashMap<>();
        Arrays.stream(thousandths)
                .mapToObj(place -> from.add(way.multiply(BigDecimal.valueOf(place, THOUSANDTHS))))
                .map(place -> place.toBigInteger().toString())
                .flatMap(
                        place -> first(customer, kind, place, seenSince)
                                .or(() -> first(customer, kind, Keys.after(null), seenSince))
                                .stream())
                .forEach(link -> drawn.put(link.remoteId(), link));
        return List.copyOf(drawn.values());
    }

    private Optional<RemoteId> end(CustomerName customer, Kind kind, String order) {
        return handle.createQuery("select remote_id from link where customer = :customer and kind = :kind"
                        + " and standing = 'send' order by remote_id " + order + " limit 1")
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(RemoteId.class)
                .findOne();
    }

    /** The first from that id on. */
    private Optional<Link> first(CustomerName customer, Kind kind, String from, RunId seenSince) {
        return handle.createQuery(
                        "select " + LinkMapper.COLUMNS
                                + """
                         from link
                        where customer = :customer and kind = :kind and remote_id >= :from
                            and optiply_id is not null and standing = 'send' and seen_run >= :seenSince
                        order by remote_id limit 1
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("from", from)
                .bind("seenSince", seenSince)
                .map(LinkMapper.of(customer, kind))
                .findOne();
    }
}
