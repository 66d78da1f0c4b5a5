package com.optiply.picqer.sync.inspect;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.DecidedAnew;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Repairs what was edited, and gathers what that changes in the state. */
final class InspectedRecords implements Findings {
    private final Run run;
    private final Instant at;
    private final RivalPairs rivals;
    private final List<RemoteId> listed = new ArrayList<>();
    private final List<Write> repairs = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<RemoteId> released = new ArrayList<>();
    private final List<RemoteId> unlinked = new ArrayList<>();
    private final List<RemoteId> forgotten = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();
    private final List<Link> deleted = new ArrayList<>();

    InspectedRecords(Run run, Instant at, RivalPairs rivals) {
        this.run = run;
        this.at = at;
        this.rivals = rivals;
    }

    @Override
    public List<Write> repairs() {
        return List.copyOf(repairs);
    }

    @Override
    public void add(Link known, OptiplyRecord record) {
        run.tally().read(1);
        listed.add(known.remoteId());
        if (isGoneInPicqer(known) && record.attributes().hasNonNull(OptiplyBuyOrder.COMPLETED)) {
            settled(known);
            return;
        }
        Link link = Inspection.isTold(known) ? returned(known) : known;
        HeldValues values = HeldValues.of(run, link, record);
        Attributes changes = values.changes();
        if (changes.isEmpty()) {
            run.tally().unchanged();
            learn(link, record, values);
            if (link.standing() == Standing.SEND) {
                released.add(link.remoteId()); // Somebody put back what nobody else could.
            }
        } else if (changes.hasAny(link.kind().fixed())) {
            String detail = "In Optiply " + values.held().only(changes) + ", sent as " + changes;
            park(link, ParkReason.MOVED_IN_OPTIPLY, detail);
        } else if (run.withholdsWrites()) {
            run.tally().withheld(Action.PATCH);
            run.tally().filtered(FilterReason.WRITES_OFF);
        } else {
            repair(link, record, values);
        }
    }

    /** What is left to its flow is noted as Optiply has it, so that the flow sends what it is to be. */
    private void repair(Link link, OptiplyRecord record, HeldValues values) {
        Attributes all = values.changes();
        Attributes changes = rivals.settled(link, all);
        Attributes after = values.acknowledged().taking(all.without(changes).names(), values.held());
        Attributes now = values.acknowledged().taking(all.names(), values.held());
        Link asItIs = LinkStates.linked(link, record.id(), record.uuid(), now);
        if (changes.isEmpty()) {
            links.add(asItIs);
            run.tally().unchanged();
        } else {
            repairs.add(Write.patch(asItIs, after, changes, link.standing(), link.reason()));
        }
    }

    /** An order of Optiply's own that Picqer has no more waits for a person, who completes it or deletes it. */
    private boolean isGoneInPicqer(Link link) {
        return !run.withholdsWrites() && link.isParkedFor(ParkReason.GONE_IN_PICQER);
    }

    private void settled(Link link) {
        links.add(link.standing(Standing.GONE, FilterReason.GONE.code()));
        released.add(link.remoteId());
        run.tally().filtered(FilterReason.GONE);
    }

    /** What the rules keep out is not sent again: what nobody knows of it only Optiply can say. */
    private void learn(Link link, OptiplyRecord record, HeldValues values) {
        boolean isSentNoMore = link.standing() == Standing.FILTER || link.standing() == Standing.GONE;
        if (isSentNoMore && !values.learnt().json().equals(values.acknowledged().json())) {
            links.add(LinkStates.linked(link, record.id(), record.uuid(), values.learnt()));
        }
    }

    /** A person's to decide about: it may be a record of theirs. */
    @Override
    public void stranger(RemoteId remoteId, OptiplyRecord record) {
        // What is not ours to repair is left alone; the command `compare` tells of it.
    }

    /** Somebody brought it back in Optiply. */
    private Link returned(Link link) {
        Link sent = link.standing(Standing.SEND, null);
        links.add(sent);
        released.add(link.remoteId());
        return sent;
    }

    /** Deleted by a user in Optiply (mapping.md, "Products"). */
    @Override
    public void gone(Link link) {
        run.tally().read(1);
        if (isGoneInPicqer(link)) {
            settled(link.unlinked());
            return;
        }
        if (UsersPairs.isUsers(link)) {
            forgotten.add(link.remoteId());
            run.tally().filtered(FilterReason.NOT_FROM_PICQER);
            return;
        }
        if (link.standing() == Standing.FILTER || link.standing() == Standing.GONE) {
            unlink(link.unlinked());
            run.tally().filtered(FilterReason.of(Objects.requireNonNull(link.reason())));
            return;
        }
        String detail =
                link.optiplyId() == null ? "It was sent with its order" : "Optiply had it as " + link.optiplyId();
        if (run.kind().isCreatedAgain()) {
            unlink(link.unlinked().parked(ParkReason.CREATED_AGAIN));
            park(link, ParkReason.CREATED_AGAIN, detail);
        } else {
            links.add(link.parked(ParkReason.DELETED_IN_OPTIPLY));
            deleted.add(link);
            park(link, ParkReason.DELETED_IN_OPTIPLY, detail);
        }
    }

    private void unlink(Link link) {
        links.add(link);
        unlinked.add(link.remoteId());
    }

    private void park(Link link, ParkReason reason, String detail) {
        run.tally().parked(reason);
        parked.add(Parking.by(run, at).row(link.remoteId(), link.label(), reason, detail, null));
    }

    @Override
    public void save(Transaction tx) {
        var customer = run.customer().name();
        tx.listed().mark(customer, run.kind(), run.id(), listed);
        tx.links().save(links);
        tx.links().remove(customer, run.kind(), forgotten);
        tx.quarantine().release(customer, run.kind(), released);
        tx.quarantine().release(customer, run.kind(), forgotten);
        tx.holds().remove(customer, run.kind(), unlinked);
        tx.quarantine().park(parked);
        DecidedAnew.whenRead(tx, customer, deleted);
    }
}
