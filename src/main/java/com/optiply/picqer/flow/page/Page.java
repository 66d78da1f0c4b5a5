package com.optiply.picqer.flow.page;

import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.compare.Family;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One page as it was read.
 *
 * @param kind of the Optiply records that it is about
 * @param readings what the split takes apart, in the list's order
 * @param decided records whose decision needs no rule any more, such as rows that cannot be read
 * @param family where the page is all there is of some records' children, what becomes of those not on it; else null
 */
public record Page<R extends Reading>(
        Kind kind, Leg leg, List<R> readings, List<Decision> decided, @Nullable Family family) {
    private static final String PAGE = "page";

    public Page {
        readings = List.copyOf(readings);
        decided = List.copyOf(decided);
    }

    public static void put(Exchange exchange, Page<?> page) {
        RunState.put(exchange, PAGE, page);
    }

    public static Page<?> of(Exchange exchange) {
        return RunState.required(exchange, PAGE, Page.class);
    }

    /** What its readings came to: as many decisions as there were readings, or the route has lost some. */
    @SuppressWarnings("unchecked")
    public static List<Decision> mapped(Exchange exchange) {
        Page<?> page = of(exchange);
        List<Decision> mapped =
                page.readings().isEmpty() ? List.of() : exchange.getMessage().getBody(List.class);
        Gathering.requireAll("records", page.readings().size(), mapped.size());
        return mapped;
    }
}
