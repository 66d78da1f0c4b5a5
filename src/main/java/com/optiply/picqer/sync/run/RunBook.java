package com.optiply.picqer.sync.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Begins and ends runs, and does their accounting. Thread-safe. */
public final class RunBook {
    private final Store store;
    private final String holder;
    private final Clock clock;

    /** @param holder the name of this process, as the lease knows it */
    public RunBook(Store store, String holder, Clock clock) {
        this.store = store;
        this.holder = holder;
        this.clock = clock;
    }

    /** Begins a run; what a process that is gone left running is noted as interrupted. */
    public Run begin(CustomerSettings customer, String flow, List<Kind> kinds) {
        store.requireReached();
        RunId id = store.durably(tx -> {
            tx.runs().interruptOpen(customer.name(), flow, clock.instant());
            return tx.runs().begin(customer.name(), flow, holder, clock.instant());
        });
        store.noteProgress();
        return new Run(id, flow, kinds, customer, clock.instant());
    }

    /**
     * Ends a run that saw everything through. Only now does it count as complete.
     *
     * @throws AccountingException when a record that was read has no outcome
     */
    public RunReport complete(Run run, RequestCounts requests) {
        run.tallies().forEach(RunBook::close);
        store.requireReached();
        return end(run, requests, Outcome.COMPLETE, null, null);
    }

    /** What nobody found out about counts as parked; then every record that was read has its outcome. */
    private static void close(Kind kind, Tally tally) {
        for (long open = tally.openAnswers(); open > 0; open--) {
            tally.confirmed();
            tally.parked(ParkReason.UNCONFIRMED);
        }
        if (!tally.counts().addsUp()) {
            throw new AccountingException(kind, tally.counts());
        }
    }

    /** Ends a run that broke off. */
    public RunReport failed(Run run, RequestCounts requests, String problem, Blame blame) {
        return end(run, requests, Outcome.FAILED, problem, blame);
    }

    /**
     * Only a complete run moves on: where it read to, and what it was asked to read again. What was read where nothing
     * may be written is still to be read when it may.
     */
    private static void moveOn(Transaction tx, Run run) {
        CustomerName customer = run.customer().name();
        run.watermarks().forEach((list, value) -> tx.watermarks().move(customer, list, value, run.id()));
        if (run.withholdsWrites() || !run.readsPicqer()) {
            return;
        }
        run.ofEachKind().forEach(kind -> tx.rereads().done(customer, kind.kind(), run.id()));
    }

    private static Map<String, Counts> besides(Run run) {
        Map<String, Counts> besides = new TreeMap<>();
        run.tallies().forEach((kind, tally) -> {
            if (kind != run.ownKind()) {
                besides.put(kind.resource(), tally.counts());
            }
        });
        return besides;
    }

    private RunReport end(
            Run run, RequestCounts requests, Outcome outcome, @Nullable String problem, @Nullable Blame blame) {
        Instant at = clock.instant();
        RunReport report = new RunReport(
                run.id().value(),
                run.customer().name().value(),
                run.flow(),
                outcome,
                Duration.between(run.startedAt(), at),
                run.of(run.ownKind()).tally().counts(),
                besides(run),
                requests,
                problem,
                blame);
        boolean ended = store.durably(tx -> {
            boolean finished = tx.runs().finish(run.id(), outcome, report.figuresJson(), problem, at);
            if (finished && outcome == Outcome.COMPLETE) {
                moveOn(tx, run);
            }
            return finished;
        });
        store.noteProgress();
        if (!ended && outcome == Outcome.COMPLETE) {
            throw new IllegalStateException("run " + run.id() + " was called interrupted while it was under way");
        }
        return report;
    }
}
