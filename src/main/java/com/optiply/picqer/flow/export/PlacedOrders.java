package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.page.Page;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.send.OptiplyListing;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.mapping.placedorder.PlacedOrderMapper;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.export.ExportDecisions;
import com.optiply.picqer.sync.export.GoLive;
import com.optiply.picqer.sync.export.GoLive.Beginning;
import com.optiply.picqer.sync.export.PlacedOrderPages;
import com.optiply.picqer.sync.export.PlannedExport;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Optiply's open buy orders, page by page: those that are in Picqer already, and those that are to go there. */
public final class PlacedOrders {
    private static final String PLACED = "placedOrders";
    private static final String LINES = "placedOrderLines";
    static final String LINES_NOT_LISTED = "Optiply lists other numbers of its lines than it tells.";

    private final GoLive goLive;
    private final PlacedOrderPages pages;
    private final ExportDecisions decisions;
    private final PlacedOrderMapper mapper;
    private final RunListener listener;

    public PlacedOrders(
            GoLive goLive,
            PlacedOrderPages pages,
            ExportDecisions decisions,
            PlacedOrderMapper mapper,
            RunListener listener) {
        this.goLive = goLive;
        this.pages = pages;
        this.decisions = decisions;
        this.mapper = mapper;
        this.listener = listener;
    }

    /** Where the list has got to. Confined to the run's thread. */
    private static final class Listing {
        private final @Nullable Beginning beginning;
        private final boolean isRead;
        private final OptiplyListing open;
        private List<PlacedOrderReading> page = List.of();
        private final Map<RemoteId, List<PlacedLineReading>> lines = new HashMap<>();

        private Listing(@Nullable Beginning beginning, boolean isRead, OptiplyListing open) {
            this.beginning = beginning;
            this.isRead = isRead;
            this.open = open;
        }
    }

    /** Nothing is read before a complete import of purchase orders has let the export begin. */
    public void open(Exchange exchange) {
        Run run = Variables.run(exchange);
        Beginning beginning =
                ExportDecisions.withholds(run) ? null : goLive.of(run).orElse(null);
        boolean hasBegun = beginning != null || ExportDecisions.withholds(run);
        if (!hasBegun) {
            listener.exportNotBegun(run);
        }
        OptiplyListing open = OptiplyListing.of(run, Kind.BUY_ORDERS).where(OptiplyBuyOrder.COMPLETED, "null");
        RunState.put(exchange, PLACED, new Listing(beginning, hasBegun, open));
    }

    public boolean hasNext(Exchange exchange) {
        Listing listing = listing(exchange);
        return listing.isRead && !listing.open.hasEnded();
    }

    public OptiplyRequest nextPage(Exchange exchange) {
        return listing(exchange).open.request();
    }

    /**
     * Takes the page. Orders that slip past a list that grows shorter are there again in the next run; this one cannot
     * begin anew, as it has counted the pages before.
     */
    public void take(Exchange exchange) {
        Listing listing = listing(exchange);
        List<OptiplyRecord> records = listing.open.take(exchange.getMessage().getBody(OptiplyAnswer.class));
        listing.open.requireEnd();
        listing.lines.clear();
        listing.page = pages.readings(
                Variables.run(exchange),
                records,
                SettledOrders.in(exchange),
                Variables.warehouses(exchange).main(),
                listing.beginning);
        Page.put(exchange, new Page<>(Variables.run(exchange).kind(), Leg.ACTIVE, listing.page, List.of(), null));
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return listing(exchange).page;
    }

    /** Whether the order's lines are still to be asked for; one that waits for a person goes without. */
    public boolean hasNextLines(Exchange exchange) {
        PlacedOrderReading order = order(exchange);
        PlacedLines lines = linesOf(exchange, order);
        return lines == null ? !order.awaitsApproval() : !lines.hasEnded();
    }

    /** The lines that were asked for; null where none were: Camel hands the property on to the next page. */
    private static @Nullable PlacedLines linesOf(Exchange exchange, PlacedOrderReading order) {
        PlacedLines lines = exchange.getProperty(LINES, PlacedLines.class);
        return lines != null && lines.isOf(order) ? lines : null;
    }

    public OptiplyRequest nextLines(Exchange exchange) {
        PlacedOrderReading order = order(exchange);
        PlacedLines lines = linesOf(exchange, order);
        if (lines == null) {
            lines = new PlacedLines(Variables.run(exchange), order.order().id());
            exchange.setProperty(LINES, lines);
            exchange.setProperty(PLACED, order);
        }
        return lines.request();
    }

    public void takeLines(Exchange exchange) {
        exchange.getProperty(LINES, PlacedLines.class)
                .take(exchange.getMessage().getBody(OptiplyAnswer.class));
        exchange.getMessage().setBody(exchange.getProperty(PLACED));
    }

    /** The order with its lines as one decision: it goes whole or not at all. */
    public Decision map(Exchange exchange) {
        PlacedOrderReading order = order(exchange);
        PlacedLines asked = linesOf(exchange, order);
        if (asked != null && asked.isUnclear()) {
            return Park.of(order.subject(), ParkReason.LINES_NOT_LISTED, LINES_NOT_LISTED);
        }
        List<PlacedLineReading> lines =
                asked == null ? List.of() : pages.lines(Variables.run(exchange), asked.records());
        listing(exchange).lines.put(order.subject().remoteId(), lines);
        return mapper.map(order, lines);
    }

    private static PlacedOrderReading order(Exchange exchange) {
        return (PlacedOrderReading) exchange.getMessage().getBody();
    }

    /** From the decisions of the page to the orders that are to be created. */
    public List<PlannedExport> compare(Exchange exchange) {
        Run run = Variables.run(exchange);
        Listing listing = listing(exchange);
        List<Send> sends = decisions.compare(run, Page.mapped(exchange));
        Map<RemoteId, PlacedOrderReading> readings = new HashMap<>();
        listing.page.forEach(reading -> readings.put(reading.subject().remoteId(), reading));
        List<PlannedExport> planned = new ArrayList<>();
        for (Send send : sends) {
            planned.add(new PlannedExport(
                    Objects.requireNonNull(readings.get(send.remoteId())),
                    send,
                    Objects.requireNonNull(listing.lines.get(send.remoteId()))));
        }
        listener.progressed(run);
        return planned;
    }

    /**
     * The list was read to its end: what it does not have waits no more, unless it may have slipped past; and a person
     * is told what is held.
     */
    public void close(Exchange exchange) {
        Listing listing = listing(exchange);
        if (hasNext(exchange)) {
            throw new RunStoppedException();
        }
        Run run = Variables.run(exchange);
        if (listing.isRead && !listing.open.isDoubtful()) {
            decisions.endOfList(run);
        }
        long held = ExportDecisions.held(run);
        if (held > 0) {
            listener.held(run, HoldAction.EXPORT, held);
        }
    }

    private static Listing listing(Exchange exchange) {
        return RunState.required(exchange, PLACED, Listing.class);
    }
}
