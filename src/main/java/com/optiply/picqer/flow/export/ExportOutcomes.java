package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.Failure;
import com.optiply.picqer.flow.export.Exporting.Fate;
import com.optiply.picqer.flow.page.Gathering;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.ChangedSince;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.sync.export.ExportBook;
import com.optiply.picqer.sync.export.ExportDecisions;
import com.optiply.picqer.sync.export.PlannedExport;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Begins each order of {@code direct:export}, and gathers how it ended: what an order failed with is its own affair,
 * and the others go on; what is the account's affair ends the run after everything was stored.
 */
public final class ExportOutcomes implements AggregationStrategy {
    private static final int UNSHOWN_IN_A_ROW_MAX = 3;
    private static final String BATCH = "exportBatch";

    private final ExportBook book;
    private final ExportDecisions decisions;
    private final ReadSoFar readSoFar;
    private final RunListener listener;

    public ExportOutcomes(ExportBook book, ExportDecisions decisions, ReadSoFar readSoFar, RunListener listener) {
        this.book = book;
        this.decisions = decisions;
        this.readSoFar = readSoFar;
        this.listener = listener;
    }

    /** The orders of one call, round by round. Confined to the run's thread. */
    private static final class Batch {
        private List<?> open;
        private final List<Exporting> lost = new ArrayList<>();
        private int orders;
        private int ended;
        private int unshownInARow;
        private @Nullable Failure outage;
        private @Nullable Throwable fault;

        private Batch(List<?> orders) {
            this.open = orders;
        }

        /** What this round is about; what it loses is the next one's. */
        private List<?> round() {
            List<?> round = List.copyOf(open);
            orders += round.size();
            lost.clear();
            open = lost;
            return round;
        }
    }

    /**
     * What earlier runs have begun, but for what was refused a short while ago; nothing where the customer's runs write
     * nothing to Picqer.
     */
    public List<Export> leftByEarlierRuns(Exchange exchange) {
        Run run = Variables.run(exchange);
        return ExportDecisions.withholds(run) ? List.of() : decisions.due(run, book.underWay(run));
    }

    /** Orders to be created, or what was begun of others. */
    public void open(Exchange exchange) {
        RunState.put(exchange, BATCH, new Batch(exchange.getMessage().getBody(List.class)));
    }

    /** Whether there is a round to go: a second one looks for those whose answer was lost in the first. */
    public boolean hasNext(Exchange exchange) {
        return !batch(exchange).open.isEmpty();
    }

    /** What the split takes apart. */
    public List<?> each(Exchange exchange) {
        return batch(exchange).round();
    }

    /**
     * Nothing is begun after a fault, or when the run is to stop.
     *
     * @throws Failure what the order before it came to, where the account itself is out of reach
     */
    public void begin(Exchange exchange) {
        Object order = exchange.getMessage().getBody();
        Exporting.put(exchange, exporting(exchange, order));
        requireSound(batch(exchange));
    }

    private Exporting exporting(Exchange exchange, Object order) {
        if (order instanceof Exporting lost) {
            return lost.lost();
        }
        return order instanceof Export begun ? Exporting.resumed(begun) : fresh(exchange, (PlannedExport) order);
    }

    private static void requireSound(Batch batch) {
        if (batch.fault instanceof RuntimeException foreseen && Problem.isForeseen(foreseen)) {
            throw foreseen;
        }
        if (batch.fault != null) {
            throw new IllegalStateException("an order could not be exported: " + batch.fault.getMessage(), batch.fault);
        }
        if (batch.outage != null) {
            throw batch.outage;
        }
    }

    private Exporting fresh(Exchange exchange, PlannedExport planned) {
        Run run = Variables.run(exchange);
        Export export = new Export(
                run.customer().name(),
                planned.reading().order().id(),
                null,
                ExportState.PLANNED,
                planned.send().attributes().json(),
                run.id(),
                ChangedSince.lastTold(run, MarkLookup.PATH, readSoFar).orElse(null));
        return Exporting.of(planned, export);
    }

    @Override
    public Exchange aggregate(@Nullable Exchange gathered, Exchange one) {
        Batch batch = batch(one);
        batch.ended++;
        Throwable thrown = Problem.cause(one);
        if (thrown != null && !(thrown instanceof Failure)) {
            batch.fault = batch.fault == null ? thrown : batch.fault;
        } else {
            takeEnd(one, batch, (Failure) thrown);
        }
        Problem.clear(one);
        return gathered == null ? one : gathered;
    }

    private void takeEnd(Exchange exchange, Batch batch, @Nullable Failure failure) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        if (failure == null) {
            batch.unshownInARow = 0;
        } else {
            settle(run, batch, one, new ExportFailure(one.step, failure));
        }
        if (one.fate == Fate.LOST) {
            batch.lost.add(one);
        } else if (one.fate == Fate.SETTLED) {
            SettledOrders.note(exchange, one.id());
            if (one.isResumed) {
                run.tally().read(1); // the others were counted when they were listed
            }
        }
    }

    /** All of them have come back, and nothing has broken that is more than one order's affair. */
    public void requireAll(Exchange exchange) {
        Batch batch = batch(exchange);
        requireSound(batch);
        Gathering.requireAll("orders", batch.orders, batch.ended);
    }

    /** Tells whom it concerns that the key has not the right to place orders. */
    public void close(Exchange exchange) {
        Run run = Variables.run(exchange);
        long refused = run.tally().counts().parked().getOrDefault(ParkReason.NO_RIGHT_IN_PICQER.code(), 0L);
        if (refused > 0) {
            listener.noRightToExport(run, refused);
        }
    }

    private void settle(Run run, Batch batch, Exporting one, ExportFailure failed) {
        if (failed.isUnshown()) {
            batch.unshownInARow++;
        }
        if (failed.saysNotCreated()) {
            book.forget(run, one.id());
        }
        if (failed.isOfTheAccount() || batch.unshownInARow > UNSHOWN_IN_A_ROW_MAX) {
            batch.outage = failed.failure();
            run.tally().failed();
        } else if (failed.leavesCreateInDoubt()) {
            one.fate = Fate.LOST;
        } else {
            String refused = failed.isOfAWrite() ? one.export.draft() : null;
            decisions.stuck(run, one.parked(failed.reason(one.isLost), failed.found()), refused);
        }
    }

    private static Batch batch(Exchange exchange) {
        return RunState.required(exchange, BATCH, Batch.class);
    }
}
