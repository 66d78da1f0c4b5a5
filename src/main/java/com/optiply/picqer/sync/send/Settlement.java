package com.optiply.picqer.sync.send;

import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.identity.ShownIds;
import com.optiply.picqer.sync.link.DecidedAnew;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of writes whose answer was never stored: after a crash, or because the answer was lost.
 *
 * <p>A create is looked up in Optiply. Of anything else it is enough to know that the attributes are unknown now, so
 * that the record is decided again, and they are sent. Thread-safe.
 */
public final class Settlement {
    private static final int PAGE_RECORDS = 500;

    private final Store store;
    private final Adoption adoption;
    private final Clock clock;
    private final ShownIds shownIds;

    public Settlement(Store store, Adoption adoption, Clock clock) {
        this.store = store;
        this.adoption = adoption;
        this.clock = clock;
        this.shownIds = new ShownIds(store);
    }

    /** The creates that have to be looked up. All other open intents are settled when this returns. */
    public List<Intent> openCreates(Run run) {
        List<Intent> creates = new ArrayList<>();
        List<Intent> page = page(run, null);
        while (!page.isEmpty()) {
            List<Intent> others = new ArrayList<>(page);
            others.removeIf(intent -> intent.action() == Action.CREATE);
            forgetAttributes(run, others);
            creates.addAll(page);
            creates.removeAll(others);
            page = page(run, page.get(page.size() - 1).remoteId());
        }
        return creates;
    }

    /** What to look the record up by. */
    public NaturalKey key(Run run, Intent intent) {
        return run.kind().lookupKey(Acknowledgements.attributes(intent));
    }

    /**
     * Stores what a look-up says.
     *
     * @param listed every record in Optiply that has the natural key
     * @return the create to send after all, when it had not arrived and this run still wants it
     */
    public Optional<Write> found(Run run, Intent intent, List<OptiplyRecord> listed) {
        List<OptiplyRecord> fitting = fitting(run, intent, listed);
        return switch (fitting.size()) {
            case 0 -> notArrived(run, intent);
            case 1 -> arrived(run, intent, fitting.get(0));
            default -> {
                severalFit(run, intent, fitting);
                yield Optional.empty();
            }
        };
    }

    private List<OptiplyRecord> fitting(Run run, Intent intent, List<OptiplyRecord> listed) {
        var coupling = run.customer().optiply().coupling();
        if (run.kind().isUniqueByNaturalKey()) {
            return listed;
        }
        if (coupling.isEmpty()) {
            return unlinked(run, listed);
        }
        List<OptiplyRecord> ours = listed.stream()
                .filter(record -> record.remoteId(coupling).equals(Optional.of(intent.remoteId())))
                .toList();
        if (!ours.isEmpty() || shownIds.areBelieved(run)) {
            return ours;
        }
        List<OptiplyRecord> possible = listed.stream()
                .filter(record -> record.remoteId(coupling).isEmpty())
                .filter(record -> ShownIds.mayBe(record, intent.remoteId()))
                .toList();
        return unlinked(run, possible);
    }

    private List<OptiplyRecord> unlinked(Run run, List<OptiplyRecord> listed) {
        List<OptiplyId> ids = listed.stream().map(OptiplyRecord::id).toList();
        Set<OptiplyId> linked =
                store.read(tx -> tx.links().linkedIds(run.customer().name(), run.kind(), ids));
        return listed.stream().filter(record -> !linked.contains(record.id())).toList();
    }

    /** Linked; what another made of the same pair may differ, and is then brought into line. */
    private Optional<Write> arrived(Run run, Intent intent, OptiplyRecord record) {
        Attributes owned = run.kind().owned(record.attributes());
        Attributes sent = Write.ofRecord(Acknowledgements.attributes(intent));
        Link linked = store.durably(Fence.yielding(run, tx -> {
            Link link = link(tx, run, intent).standing(Standing.SEND, null);
            Link found = LinkStates.linked(link, record.id(), record.uuid(), owned);
            tx.links().save(List.of(found));
            // A state that was put back lists Optiply before it settles: no other record may adopt this one now.
            tx.candidates().remove(intent.customer(), intent.kind(), List.of(record.id()));
            tx.changes().append(List.of(AnswerOutcome.created(run, clock.instant(), intent, record.id())));
            answered(tx, run, intent);
            rereadLines(tx, run, intent);
            return found;
        }));
        if (!isOf(run, intent)) {
            return Optional.empty();
        }
        run.tally().confirmed();
        Attributes changes = owned.only(sent).changesTo(sent);
        if (changes.isEmpty()) {
            run.tally().written(Action.CREATE);
            return Optional.empty();
        }
        return Optional.of(Write.patch(linked, owned.with(sent), changes, Standing.SEND, null));
    }

    /** Which lines went with it only Optiply knows: they are learnt when the order is read again. */
    private static void rereadLines(Transaction tx, Run run, Intent intent) {
        if (run.kind().lines().isPresent()) {
            tx.rereads().ask(intent.customer(), intent.kind(), run.id(), List.of(intent.remoteId()));
        }
    }

    /** Kept as candidates, so that the record stays parked until a person has removed all but one. */
    private void severalFit(Run run, Intent intent, List<OptiplyRecord> fitting) {
        adoption.keep(run, fitting);
        store.saveDurably(Fence.within(run, tx -> {
            Link link = link(tx, run, intent);
            tx.links().save(List.of(link.parked(ParkReason.SEVERAL_IN_OPTIPLY)));
            tx.quarantine().park(List.of(severalParked(run, intent, fitting)));
            tx.intents().remove(run.customer().name(), run.kind(), List.of(intent.remoteId()));
        }));
        if (isOf(run, intent)) {
            run.tally().confirmed();
            run.tally().parked(ParkReason.SEVERAL_IN_OPTIPLY);
        }
    }

    private Parked severalParked(Run run, Intent intent, List<OptiplyRecord> fitting) {
        List<OptiplyId> ids = fitting.stream().map(OptiplyRecord::id).toList();
        return Parking.by(run, clock.instant())
                .row(
                        intent.remoteId(),
                        intent.label(),
                        ParkReason.SEVERAL_IN_OPTIPLY,
                        "Optiply's records " + ids,
                        null);
    }

    /**
     * What an earlier run left is not sent from here: the comparison of this run decides about the record anew. It
     * stays parked until then, since that is why it is read where no list shows it any more.
     */
    private Optional<Write> notArrived(Run run, Intent intent) {
        if (!isOf(run, intent)) {
            store.saveDurably(Fence.within(
                    run, tx -> tx.intents().remove(run.customer().name(), run.kind(), List.of(intent.remoteId()))));
            return Optional.empty();
        }
        Attributes attributes = Acknowledgements.attributes(intent);
        Link link = store.read(tx -> link(tx, run, intent));
        run.tally().confirmed();
        return Optional.of(Write.resent(link, attributes));
    }

    private static void answered(Transaction tx, Run run, Intent intent) {
        List<RemoteId> id = List.of(intent.remoteId());
        tx.intents().remove(run.customer().name(), run.kind(), id);
        tx.quarantine().release(run.customer().name(), run.kind(), id);
    }

    private void forgetAttributes(Run run, List<Intent> intents) {
        store.saveDurably(Fence.within(run, tx -> {
            List<Link> links = intents.stream()
                    .map(intent -> LinkStates.unknown(link(tx, run, intent), Acknowledgements.attributes(intent)))
                    .toList();
            tx.links().save(links);
            DecidedAnew.next(tx, run, links);
            tx.intents()
                    .remove(
                            run.customer().name(),
                            run.kind(),
                            intents.stream().map(Intent::remoteId).toList());
        }));
    }

    /** A create that was under way when the process died has no link yet. */
    private static Link link(Transaction tx, Run run, Intent intent) {
        Link known = tx.links()
                .find(run.customer().name(), run.kind(), List.of(intent.remoteId()))
                .get(intent.remoteId());
        return known != null
                ? known
                : Link.of(
                                intent.customer(),
                                intent.kind(),
                                intent.remoteId(),
                                intent.label(),
                                Standing.SEND,
                                null,
                                new Sighting(intent.run(), Leg.ACTIVE))
                        .within(intent.parent());
    }

    private List<Intent> page(Run run, @Nullable RemoteId after) {
        return store.read(tx -> tx.intents().open(run.customer().name(), run.kind(), after, PAGE_RECORDS));
    }

    private static boolean isOf(Run run, Intent intent) {
        return intent.run().equals(run.id());
    }
}
