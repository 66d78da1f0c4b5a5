package com.optiply.picqer.sync.run;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.RunId;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Source records that a flow reads one by one because no list that it reads need hold them any more: parked ones whose
 * wait is over or whose time has come, held ones, and those that were asked for. Thread-safe.
 */
public final class Backlog {
    private final Store store;
    private final Clock clock;

    public Backlog(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The records of the run's own kind that it has to read besides its lists, those with such lines among them. */
    public List<RemoteId> of(Run run) {
        CustomerName customer = run.customer().name();
        Kind kind = run.ownKind();
        askAgain(run, tx -> tx.grounds().linked(customer, kind));
        return store.read(tx -> {
            Collection<RemoteId> ids = new TreeSet<>(due(tx, customer, kind));
            ids.addAll(tx.rereads().asked(customer, kind));
            kind.lines()
                    .ifPresent(lines -> ids.addAll(tx.links().parentsOf(customer, lines, due(tx, customer, lines))));
            return List.copyOf(ids);
        });
    }

    /** The records of the run's own kind that wait for one of that other kind. */
    public List<RemoteId> awaiting(Run run, Kind awaited) {
        return store.read(tx -> tx.quarantine().awaiting(run.customer().name(), run.ownKind(), awaited));
    }

    /** The source records that such records of the run's own kind are read with, and those that were asked for. */
    public List<RemoteId> parentsOf(Run run) {
        CustomerName customer = run.customer().name();
        Kind kind = run.ownKind();
        askAgain(run, tx -> tx.links().parentsOf(customer, kind, tx.grounds().linked(customer, kind)));
        return store.read(tx -> {
            Collection<RemoteId> parents = new TreeSet<>(tx.links().parentsOf(customer, kind, due(tx, customer, kind)));
            parents.addAll(tx.rereads().asked(customer, kind));
            return List.copyOf(parents);
        });
    }

    /**
     * The source records that this run has asked for by now, and reads next: when it is complete it is done with them,
     * unless they are asked for once more after this.
     *
     * @param read those that it has read before: another run reads them once more
     */
    public List<RemoteId> takeAsked(Run run, Set<RemoteId> read) {
        CustomerName customer = run.customer().name();
        List<RemoteId> asked = store.read(tx -> tx.rereads().asked(customer, run.ownKind())).stream()
                .filter(id -> !read.contains(id))
                .toList();
        if (!asked.isEmpty()) {
            store.saveRelaxed(Fence.within(run, tx -> tx.rereads().ask(customer, run.ownKind(), RunId.NONE, asked)));
        }
        return asked;
    }

    /**
     * Asks for records whose decision rests on one that is in Optiply by now. What they rest on is forgotten when they
     * are decided again, before anything is sent: only that they were asked for lasts until a run is complete. Sell
     * orders never come again by themselves (mapping.md, "Sell orders").
     */
    private void askAgain(Run run, Function<Transaction, List<RemoteId>> resting) {
        Kind kind = run.ownKind();
        if (kind == Kind.SELL_ORDERS) {
            return;
        }
        List<RemoteId> asked = store.read(resting::apply);
        if (!asked.isEmpty()) {
            // Asked for by no run, so that the run which reads it is the one that it is done with.
            store.saveRelaxed(
                    Fence.within(run, tx -> tx.rereads().ask(run.customer().name(), kind, RunId.NONE, asked)));
        }
    }

    /**
     * A parked record that has got what it waited for.
     *
     * @param kind of the parked record
     */
    public record Freed(Kind kind, RemoteId id) {}

    /** The parked records of all kinds that waited for another and need not any more. */
    public Set<Freed> freed(CustomerName customer) {
        return store.read(tx -> Stream.of(Kind.values())
                .flatMap(kind -> tx.quarantine().freed(customer, kind).stream().map(id -> new Freed(kind, id)))
                .collect(toUnmodifiableSet()));
    }

    private List<RemoteId> due(Transaction tx, CustomerName customer, Kind kind) {
        return Stream.concat(
                        tx.quarantine().due(customer, kind, clock.instant()).stream(),
                        tx.holds().ids(customer, kind, EnumSet.complementOf(EnumSet.of(HoldState.PROPOSED))).stream())
                .distinct()
                .toList();
    }
}
