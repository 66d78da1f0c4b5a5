package com.optiply.picqer.flow.read;

import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.SinceIdStretch;
import com.optiply.picqer.flow.walk.SingleStretch;
import com.optiply.picqer.flow.walk.Stretch;
import com.optiply.picqer.flow.walk.UnlistedOrders;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.picqer.OrderRows;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.sync.lookup.OpenOrders;
import com.optiply.picqer.sync.run.Backlog;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/**
 * Which orders a run reads. Picqer has no filter for changed orders (contract: Picqer 8.2): new ones come by their ids,
 * changed ones by reading anew those of the last weeks, all that are open, and what was followed and is in neither any
 * more.
 */
public final class SellOrderWalk {
    private static final String LIST = "orders";
    /** Ids are stored with leading zeroes, so that they sort as they count. */
    private static final String ID_FORM = "%019d";

    private final Backlog backlog;
    private final ReadSoFar readSoFar;
    private final UnlistedOrders unlisted;

    public SellOrderWalk(Backlog backlog, ReadSoFar readSoFar, OpenOrders openOrders) {
        this.backlog = backlog;
        this.readSoFar = readSoFar;
        this.unlisted = new UnlistedOrders("/orders", openOrders);
    }

    void open(Exchange exchange) {
        Run run = Variables.run(exchange);
        List<Stretch> stretches = new ArrayList<>(isOfChanged(run) ? changed(run) : added(run));
        backlog.of(run).forEach(order -> stretches.add(new SingleStretch("/orders", order)));
        Walk.begin(exchange, stretches);
    }

    /** Whether what is read now is one of the lists of changed orders. */
    boolean isListOfChanged(Exchange exchange) {
        return isOfChanged(Variables.run(exchange)) && Walk.of(exchange).isOfList();
    }

    private static boolean isOfChanged(Run run) {
        return run.flow().equals(Flow.CHANGED_SELL_ORDERS.code());
    }

    private List<Stretch> added(Run run) {
        Query since = run.customer()
                .historyFrom()
                .map(day -> Query.of("sincedate", beginning(day)))
                .orElse(Query.NONE);
        long above = readSoFar.of(run, LIST).map(Long::parseLong).orElse(0L);
        return List.of(new SinceIdStretch("/orders", above == 0 ? since : Query.NONE, above));
    }

    private static List<Stretch> changed(Run run) {
        LocalDate from = run.startedAt()
                .atZone(run.customer().timezone())
                .toLocalDate()
                .minus(run.customer().sellOrders().changesDays(), ChronoUnit.DAYS);
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(new SinceIdStretch("/orders", Query.of("sincedate", beginning(from)), 0));
        Stream.of(OrderStatus.values())
                .filter(OrderStatus::isOpen)
                .forEach(status -> stretches.add(new SinceIdStretch("/orders", Query.of("status", status.code()), 0)));
        return stretches;
    }

    /** A day earlier, whatever zone Picqer's filter thinks in; what lies before is kept out by its own date. */
    private static String beginning(LocalDate day) {
        return day.minusDays(1) + " 00:00:00";
    }

    boolean hasNext(Exchange exchange) {
        return isOfChanged(Variables.run(exchange))
                ? unlisted.hasNext(exchange)
                : Walk.of(exchange).hasNext();
    }

    /** Takes a page, and notes how far the list of new orders has been read by it. */
    static Walk.Taken<PicqerOrder> take(Exchange exchange) {
        Walk walk = Walk.of(exchange);
        boolean isList = walk.isOfList();
        Walk.Taken<PicqerOrder> taken = walk.take(exchange, OrderRows::read);
        if (isList) {
            taken.rows().forEach(row -> read(Variables.run(exchange), row.key()));
        }
        return taken;
    }

    /** Rows without an id say nothing of how far the list has been read. */
    private static void read(Run run, String key) {
        if (!isOfChanged(run) && key.chars().allMatch(Character::isDigit)) {
            run.read(LIST, ID_FORM.formatted(Long.parseLong(key)));
        }
    }
}
