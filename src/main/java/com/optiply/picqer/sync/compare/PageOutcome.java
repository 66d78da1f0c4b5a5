package com.optiply.picqer.sync.compare;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what one page changes in the state, so that it is stored in one transaction. Confined to one thread. */
final class PageOutcome {
    private final Run run;
    private final Leg leg;
    private final Instant at;
    private final List<Write> writes = new ArrayList<>();
    private final List<Link> changedLinks = new ArrayList<>();
    private final List<Link> seenLinks = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();
    private final List<RemoteId> released = new ArrayList<>();
    private final List<Hold> proposed = new ArrayList<>();
    private final List<RemoteId> overtaken = new ArrayList<>();
    private final List<AdoptedLink> adopted = new ArrayList<>();
    private final List<Link> replaced = new ArrayList<>();
    private final PageGrounds grounds;

    PageOutcome(Run run, Leg leg, Instant at) {
        this.run = run;
        this.leg = leg;
        this.at = at;
        grounds = new PageGrounds(run);
    }

    /** What is still to be sent. */
    List<Write> writes() {
        return List.copyOf(writes);
    }

    /**
     * A record that was found in Optiply: its candidate is used up, whatever becomes of the record on this page.
     *
     * @param hasTravelled whether it is ours, gone there with its order, and only its id was not known
     */
    void adopted(AdoptedLink link, boolean hasTravelled) {
        adopted.add(link);
        if (!hasTravelled) {
            run.tally().adopted();
        }
    }

    /** What was known by another id of Picqer's is known by this one from now on; the other one leads to it. */
    void takenOver(Link from, Link to) {
        replaced.add(LinkStates.leadingTo(to.remoteId(), from));
        adopted(new AdoptedLink(to, Objects.requireNonNull(to.optiplyId())), false);
    }

    /** What this run proposed about a record is overtaken when the record is read again, in the other list. */
    void add(Decision decision, Verdict verdict, @Nullable Link before) {
        if (decision instanceof Decision.Send send) {
            run.tally().adjusted(send.adjustments());
        }
        if (before != null && before.sighting().isBy(run.id()) && !(verdict instanceof Verdict.Guarded)) {
            overtaken.add(decision.remoteId());
        }
        grounds.of(decision);
        verdict.tell(new OfRecord(before));
    }

    /** What each verdict on one record adds to the page. */
    private final class OfRecord implements Verdict.Listener {
        private final @Nullable Link before;

        OfRecord(@Nullable Link before) {
            this.before = before;
        }

        @Override
        public void unchanged(Verdict.Unchanged verdict) {
            if (before != null && before.sighting().isBy(RunId.NONE)) {
                run.tally().written(Action.CREATE);
            } else {
                run.tally().unchanged();
            }
            stands(verdict.link(), before);
        }

        @Override
        public void filtered(Verdict.Filtered verdict) {
            run.tally().filtered(verdict.reason());
            stands(verdict.link(), before);
        }

        @Override
        public void parked(Verdict.Parked verdict) {
            park(verdict);
        }

        @Override
        public void differs(Verdict.Differs verdict) {
            writes.add(verdict.write());
            grounds.changed(verdict.write());
        }

        @Override
        public void guarded(Verdict.Guarded verdict) {
            propose(verdict.write(), verdict.action());
        }
    }

    void save(Transaction tx) {
        var customer = run.customer().name();
        var kind = run.kind();
        tx.links().save(replaced);
        if (!adopted.isEmpty()) {
            tx.links().save(adopted.stream().map(AdoptedLink::link).toList());
            tx.candidates()
                    .remove(
                            customer,
                            kind,
                            adopted.stream().map(AdoptedLink::id).toList());
        }
        tx.links().save(changedLinks);
        tx.sightings().note(customer, kind, seenLinks, run.id(), leg);
        tx.quarantine().park(parked);
        tx.quarantine().release(customer, kind, released);
        tx.holds().remove(customer, kind, overtaken);
        if (!proposed.isEmpty()) {
            tx.holds().propose(new HoldNames(tx, customer, kind).named(proposed));
        }
        grounds.save(tx);
    }

    private void stands(Link link, @Nullable Link before) {
        if (before != null && isAsBefore(link, before) && link.sighting().isBy(run.id())) {
            seenLinks.add(before);
        } else {
            changedLinks.add(link);
        }
        if (before != null && before.standing() == Standing.PARK && link.standing() != Standing.PARK) {
            released.add(link.remoteId());
        }
    }

    private void park(Verdict.Parked verdict) {
        Link link = verdict.link();
        ParkReason reason = verdict.reason();
        run.tally().parked(reason);
        changedLinks.add(link);
        parked.add(Parking.by(run, at).row(link.remoteId(), link.label(), reason, verdict.detail(), verdict.awaits()));
    }

    private void propose(Write write, HoldAction action) {
        run.tally().proposed();
        grounds.changed(write);
        changedLinks.add(write.before());
        proposed.add(Hold.proposed(
                run.id(),
                run.customer().name(),
                run.kind(),
                write.remoteId(),
                write.before().label(),
                action,
                write.after().json(),
                write.standing(),
                write.reason()));
    }

    private static boolean isAsBefore(Link link, Link before) {
        return link.standing() == before.standing()
                && link.label().equals(before.label())
                && Objects.equals(link.reason(), before.reason())
                && Objects.equals(link.adjustments(), before.adjustments())
                && Objects.equals(link.attributes(), before.attributes())
                && Objects.equals(link.optiplyId(), before.optiplyId());
    }
}
