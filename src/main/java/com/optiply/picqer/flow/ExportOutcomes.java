package com.optiply.picqer.flow;

import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.flow.Exporting.Fate;
import com.optiply.picqer.flow.Exporting.Step;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.store.Export;
import com.optiply.picqer.store.ExportState;
import com.optiply.picqer.sync.Acknowledgements;
import com.optiply.picqer.sync.ExportBook;
import com.optiply.picqer.sync.ExportDecisions;
import com.optiply.picqer.sync.PlannedExport;
import com.optiply.picqer.sync.ReadSoFar;
import com.optiply.picqer.sync.Run;
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
    private static final int UNCONFIRMED_IN_A_ROW_MAX = 3;
    private static final String BATCH = "exportBatch";
    private static final int FORBIDDEN = 403;

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
        private int unconfirmedInARow;
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
        if (thrown instanceof Failure failure) {
            settle(one, batch, failure);
        } else if (thrown != null && batch.fault == null) {
            batch.fault = thrown;
        }
        if (thrown == null) {
            batch.unconfirmedInARow = 0;
        }
        if (thrown == null && Exporting.in(one).fate == Fate.LOST) {
            batch.lost.add(Exporting.in(one));
        }
        Problem.clear(one);
        return gathered == null ? one : gathered;
    }

    /** All of them have come back, and nothing has broken that is more than one order's affair. */
    public void requireAll(Exchange exchange) {
        Batch batch = batch(exchange);
        requireSound(batch);
        if (batch.ended != batch.orders) {
            throw new IllegalStateException(
                    "the route lost orders: " + batch.orders + " went into the split, " + batch.ended + " came out");
        }
    }

    /** Tells whom it concerns that the key has not the right to place orders. */
    public void close(Exchange exchange) {
        Run run = Variables.run(exchange);
        long refused = run.tally().counts().parked().getOrDefault(ParkReason.NO_RIGHT_IN_PICQER.code(), 0L);
        if (refused > 0) {
            listener.noRightToExport(run, refused);
        }
    }

    private void settle(Exchange exchange, Batch batch, Failure failure) {
        Exporting one = Exporting.in(exchange);
        Run run = Variables.run(exchange);
        boolean isForbidden = failure.status().orElse(0) == FORBIDDEN && isWriteToPicqer(one.step);
        boolean isUnshown = isUnshown(one.step, failure);
        if (isUnshown) {
            batch.unconfirmedInARow++;
        }
        boolean isAccounts = Acknowledgements.stopsTheRun(failure) && !isForbidden
                || isOfNoOrder(one.step, failure)
                || isUnshown && batch.unconfirmedInARow > UNCONFIRMED_IN_A_ROW_MAX;
        if (one.step == Step.CREATE && isCertainlyNotDone(failure)) {
            book.forget(run, one.id());
        }
        if (isAccounts) {
            batch.outage = failure;
            run.tally().failed();
        } else if (one.step == Step.CREATE && !isCertainlyNotDone(failure)) {
            one.fate = Fate.LOST;
            batch.lost.add(one);
        } else {
            park(exchange, run, one, reason(one, failure, isForbidden), failure);
        }
    }

    private static boolean isWriteToPicqer(Step step) {
        return step == Step.CREATE || step == Step.MARK;
    }

    /** Half a listing says nothing about an order. What is refused for one order is that one's affair all the same. */
    private static boolean isOfNoOrder(Step step, Failure failure) {
        return isRead(step) && step != Step.CONFIRM && failure.failureClass() == FailureClass.SERVER;
    }

    /** One order that Optiply fails to show is that one's affair; several one after the other are Optiply's. */
    private static boolean isUnshown(Step step, Failure failure) {
        return step == Step.CONFIRM && failure.failureClass() == FailureClass.SERVER;
    }

    private static boolean isRead(Step step) {
        return step == Step.READ || step == Step.LOOK || step == Step.CONFIRM;
    }

    private static boolean isCertainlyNotDone(Failure failure) {
        return failure.failureClass() != FailureClass.AMBIGUOUS && failure.failureClass() != FailureClass.SERVER;
    }

    private static ParkReason reason(Exporting one, Failure failure, boolean isForbidden) {
        if (isForbidden) {
            return ParkReason.NO_RIGHT_IN_PICQER;
        }
        return failure.account() == Account.OPTIPLY ? ofOptiply(failure) : ofPicqer(one, failure);
    }

    private static ParkReason ofOptiply(Failure failure) {
        return switch (failure.failureClass()) {
            case AMBIGUOUS -> ParkReason.UNCONFIRMED;
            case SERVER -> ParkReason.SERVER_ERROR;
            case REJECTED, MISSING, CONFLICT, CONNECTION, MISADDRESSED, AUTH, RATE_LIMITED -> ParkReason.REJECTED;
        };
    }

    private static ParkReason ofPicqer(Exporting one, Failure failure) {
        boolean isUnclear = failure.failureClass() == FailureClass.AMBIGUOUS
                || failure.failureClass() == FailureClass.SERVER
                || one.isLost;
        if (isUnclear) {
            return ParkReason.UNCONFIRMED;
        }
        return isRead(one.step) ? ParkReason.NOT_SHOWN_BY_PICQER : ParkReason.REFUSED_BY_PICQER;
    }

    private void park(Exchange exchange, Run run, Exporting one, ParkReason reason, Failure failure) {
        one.fate = Fate.SETTLED;
        String found = failure.getMessage() == null ? "" : failure.getMessage();
        String refused = isRead(one.step) ? null : one.export.draft();
        decisions.stuck(run, Park.of(Subject.of(one.id().toString(), one.label()), reason, found), refused);
        Exporting.noteSettled(exchange, one.id());
        if (one.isResumed) {
            run.tally().read(1);
        }
    }

    private static Batch batch(Exchange exchange) {
        return RunState.required(exchange, BATCH, Batch.class);
    }
}
