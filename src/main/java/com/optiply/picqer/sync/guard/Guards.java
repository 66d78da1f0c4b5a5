package com.optiply.picqer.sync.guard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.HoldCount;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what a run proposed to disable, delete or empty, or holds it for a person (mapping.md, "Guards").
 * Everything is counted first, so that the limit holds for the run and not for a page of it. Thread-safe.
 */
public final class Guards {
    private static final int PAGE_RECORDS = 100;

    /**
     * What was read of a record that is parked so says nothing of it, or not enough: what a person approved of it still
     * holds, and what waits for a person goes on waiting. One that stays as it is may be such a record.
     */
    private static final Set<String> UNDECIDED = Stream.of(
                    ParkReason.HELD,
                    ParkReason.UNREADABLE,
                    ParkReason.NOT_FOUND_IN_PICQER,
                    ParkReason.LINES_NOT_LISTED,
                    ParkReason.MAPPING_FAILED,
                    ParkReason.OWN_STEP_FAILED)
            .map(ParkReason::code)
            .collect(toUnmodifiableSet());

    private final Store store;
    private final Patience patience;

    public Guards(Store store, Clock clock) {
        this.store = store;
        this.patience = new Patience(store, clock);
    }

    /** What a dead run proposed and never counted is forgotten: this run will propose what still holds. */
    public void begin(Run run) {
        store.saveRelaxed(
                Fence.within(run, tx -> tx.holds().dropProposed(run.customer().name(), run.kind())));
    }

    /**
     * Counts what the run proposed against the limits. What a person approved or passed over does not count: a person
     * has counted it. Where nothing may be written, what is held and what was approved stay as they are for a run that
     * may.
     *
     * @return what is held now because it is too much, and for how many records: what was passed over has been told
     */
    public Map<HoldAction, Long> held(Run run) {
        if (run.withholdsWrites()) {
            return Map.of();
        }
        GuardLimits limits = new GuardLimits(run.customer().guards());
        Judged judged = store.durably(Fence.yielding(run, tx -> {
            tx.holds().withdrawStale(run.customer().name(), run.kind(), run.id(), UNDECIDED);
            int takenOver = tx.holds().takeOverUnread(run.customer().name(), run.kind(), run.id());
            settle(tx, run, limits);
            return new Judged(takenOver, records(tx, run, HoldState.HELD));
        }));
        run.tally().proposedBefore(judged.takenOver());
        run.tally().judging(proposals(run));
        return judged.held();
    }

    /** All of the kind is counted only where something was proposed: there may be a million of it. */
    private static void settle(Transaction tx, Run run, GuardLimits limits) {
        Map<HoldAction, Long> undecided = records(tx, run, HoldState.PROPOSED, HoldState.HELD);
        if (undecided.isEmpty()) {
            return;
        }
        long inOptiply = tx.listed().expected(run.customer().name(), run.kind());
        undecided.forEach((action, records) -> {
            if (limits.allow(action, records, inOptiply)) {
                tx.holds().release(run.customer().name(), run.kind(), run.id(), action);
            } else {
                tx.holds().settle(run.customer().name(), run.kind(), run.id(), action);
            }
        });
    }

    /**
     * What became of what was proposed.
     *
     * @param takenOver proposals of earlier runs that stand although this one has not read their records
     */
    private record Judged(int takenOver, Map<HoldAction, Long> held) {}

    private long proposals(Run run) {
        List<HoldCount> counts =
                store.read(tx -> tx.holds().counts(run.customer().name(), run.kind(), run.id()));
        return counts.stream().mapToLong(HoldCount::records).sum();
    }

    private static Map<HoldAction, Long> records(Transaction tx, Run run, HoldState... states) {
        return tx.holds().counts(run.customer().name(), run.kind(), run.id()).stream()
                .filter(count -> List.of(states).contains(count.state()))
                .collect(groupingBy(HoldCount::action, summingLong(HoldCount::records)));
    }

    /** The next records that the run proposed something for, by remote id; none after the last. */
    public List<Hold> page(Run run, @Nullable RemoteId after) {
        return store.read(tx -> tx.holds()
                .page(
                        run.customer().name(),
                        run.kind(),
                        run.id(),
                        EnumSet.allOf(HoldState.class),
                        after,
                        PAGE_RECORDS));
    }

    /**
     * The writes of one page of proposals: all of a change that may go, and of a held one the part that no guard
     * looks at. What has left Optiply in this very run, a line with its order, needs no deletion of its own.
     */
    public List<Write> writes(Run run, List<Hold> page) {
        List<RemoteId> ids = page.stream().map(Hold::remoteId).toList();
        Map<RemoteId, Link> links =
                store.read(tx -> tx.links().find(run.customer().name(), run.kind(), ids));
        List<Write> writes = new ArrayList<>();
        List<Link> parked = new ArrayList<>();
        List<Hold> overtaken = new ArrayList<>();
        for (Hold hold : page) {
            Link link = links.get(hold.remoteId());
            if (link == null || link.optiplyId() == null) {
                overtaken.add(hold);
                continue;
            }
            Write whole = whole(run, hold, link);
            if (hold.state().isWaiting()) {
                hold(run, hold, whole, writes, parked);
            } else {
                writes.add(whole);
            }
        }
        store.saveRelaxed(Fence.within(run, tx -> {
            tx.links().save(parked);
            tx.quarantine()
                    .release(
                            run.customer().name(),
                            run.kind(),
                            parked.stream().map(Link::remoteId).toList()); // It waits for a person only.
            tx.holds()
                    .remove(
                            run.customer().name(),
                            run.kind(),
                            overtaken.stream().map(Hold::remoteId).toList());
        }));
        overtaken.forEach(hold -> run.tally().filtered(FilterReason.of(Objects.requireNonNull(hold.reason()))));
        return patience.sift(run, writes);
    }

    private static void hold(Run run, Hold hold, Write whole, List<Write> writes, List<Link> parked) {
        Attributes rest = GuardedChange.unguardedPart(hold.action(), whole.changes());
        Attributes after =
                LinkStates.acknowledged(whole.before()).without(run.refused()).with(rest);
        String reason = ParkReason.HELD.code();
        if (rest.isEmpty()) {
            run.tally().parked(ParkReason.HELD);
            parked.add(whole.before().standing(Standing.PARK, reason));
        } else {
            writes.add(Write.patch(whole.before(), after, rest, Standing.PARK, reason));
        }
    }

    private static Write whole(Run run, Hold hold, Link link) {
        if (hold.action().isDeletion()) {
            return Write.delete(link, hold.standing(), hold.reason());
        }
        Attributes target = Attributes.parse(hold.attributes()).without(run.refused());
        Attributes changes =
                LinkStates.acknowledged(link).without(run.refused()).changesTo(target);
        return Write.patch(link, target, changes, hold.standing(), hold.reason());
    }
}
