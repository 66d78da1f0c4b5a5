package com.optiply.picqer.flow.read;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.page.PageComparison;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.send.OptiplyListing;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.compare.Comparison;
import com.optiply.picqer.sync.compare.Family;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.lookup.OrderLines;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;

/** The steps of {@code direct:lines}: the lines of those orders of the last page that are in Optiply. */
public final class Lines {
    private static final String LINES = "lines";

    private final OrderLines orderLines;
    private final Adoption adoption;
    private final Comparison comparison;

    public Lines(OrderLines orderLines, Adoption adoption, Comparison comparison) {
        this.orderLines = orderLines;
        this.adoption = adoption;
        this.comparison = comparison;
    }

    public void open(Exchange exchange) {
        Page<?> page = Page.of(exchange);
        Kind kind = page.kind().lines().orElseThrow();
        Run ofOrders = Variables.run(exchange).of(page.kind());
        OrderLines.Batch batch = orderLines.of(ofOrders, kind, PageComparison.decisions(exchange));
        OptiplyListing all = OptiplyListing.of(ofOrders, kind);
        String order = kind.parentAttribute().orElseThrow();
        Deque<Asked> toLearn = new ArrayDeque<>();
        batch.toLearn().forEach(id -> toLearn.add(new Asked(id, all.where(order, id))));
        RunState.put(exchange, LINES, new Underway(ofOrders.of(kind), batch, toLearn, new HashSet<>()));
    }

    /** Whether there are orders whose lines have to be asked for. */
    public boolean hasNext(Exchange exchange) {
        return !underway(exchange).toLearn().isEmpty();
    }

    /** What lines Optiply has of the next order. */
    public OptiplyRequest nextLookup(Exchange exchange) {
        return underway(exchange).toLearn().element().list().request();
    }

    /**
     * Keeps the page. A doubtful list is read again: the line that it lacks would be created a second time. Where no
     * better one can be had, the lines of that order wait, and those of the others do not.
     */
    public void take(Exchange exchange) {
        Underway lines = underway(exchange);
        Asked asked = lines.toLearn().element();
        OptiplyListing list = asked.list();
        List<OptiplyRecord> records = list.take(exchange.getMessage().getBody(OptiplyAnswer.class));
        adoption.keep(lines.run(), orderLines.unlinked(lines.run(), records));
        if (list.isDoubtful() && !list.tryAgain()) {
            lines.unclear().add(asked.order());
            orderLines.forgetListed(lines.run(), List.of(asked.order()));
            lines.toLearn().remove();
        } else if (list.hasEnded()) {
            lines.toLearn().remove();
        }
    }

    /** From the decisions about the lines to the writes that remain. */
    public List<Write> compare(Exchange exchange) {
        Underway lines = underway(exchange);
        OrderLines.Batch batch = lines.batch().parking(lines.unclear());
        Family family = new Family(batch.orders().keySet(), Filter::removed);
        List<Write> writes = new ArrayList<>(
                comparison.compare(lines.run(), Page.of(exchange).leg(), batch.decisions(), family));
        Map<RemoteId, Link> strays = orderLines.strays(lines.run(), batch);
        if (!strays.isEmpty()) {
            List<Decision> gone =
                    strays.values().stream().<Decision>map(Lines::stray).toList();
            writes.addAll(comparison.compareAbsent(lines.run(), gone, strays));
        }
        return writes;
    }

    private static Filter stray(Link line) {
        return Filter.removed(new Subject(line.remoteId(), line.label(), line.parent()));
    }

    private static Underway underway(Exchange exchange) {
        return RunState.required(exchange, LINES, Underway.class);
    }

    /** An order whose lines are asked for, by its id in Optiply. */
    private record Asked(OptiplyId order, OptiplyListing list) {}

    /** @param unclear orders whose lines Optiply does not list as it counts them, by their ids there */
    private record Underway(Run run, OrderLines.Batch batch, Deque<Asked> toLearn, Set<OptiplyId> unclear) {}
}
