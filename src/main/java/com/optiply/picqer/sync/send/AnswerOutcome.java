package com.optiply.picqer.sync.send;

import static java.util.stream.Collectors.groupingBy;

import com.optiply.picqer.door.Failure;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.composition.WithoutParts;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.DecidedAnew;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gathers what the answers to one page of writes change in the state. Confined to one thread. */
final class AnswerOutcome implements WriteAnswer.Listener {
    private final Run run;
    private final Instant at;
    private final List<Link> links = new ArrayList<>();
    private final List<RemoteId> answered = new ArrayList<>();
    private final List<RemoteId> settled = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();
    private final List<Write> again = new ArrayList<>();
    private final List<Intent> lost = new ArrayList<>();
    private final List<Link> unrepaired = new ArrayList<>();
    private final LineOutcome lines;
    private final DeliveryOutcome deliveries;

    AnswerOutcome(Run run, Instant at) {
        this.run = run;
        this.at = at;
        this.lines = new LineOutcome(run);
        this.deliveries = new DeliveryOutcome(run);
    }

    /** What has to be sent again in another form. */
    List<Write> again() {
        return List.copyOf(again);
    }

    @Override
    public void acknowledged(WriteAnswer.Acknowledged answer) {
        Write write = answer.write();
        changes.add(change(answer));
        if (write.isReplacing()) {
            madeRoom(write);
            return;
        }
        links.add(adjusted(write, write.acknowledged(answer.id(), answer.uuid())));
        answered.add(write.remoteId());
        lines.of(write, answer.id());
        if (write.action() == Action.DELETE) {
            deliveries.gone(write);
        }
        if (write.standing() == Standing.PARK) {
            run.tally().parked(ParkReason.of(Objects.requireNonNull(write.reason())));
        } else {
            run.tally().written(write.action());
            settled.add(write.remoteId());
        }
    }

    private Link adjusted(Write write, Link link) {
        if (!write.isAdjustedForWantOfParts()) {
            return link;
        }
        run.tally().adjusted(List.of(WithoutParts.ADJUSTMENT));
        return LinkStates.adjusted(link, WithoutParts.ADJUSTMENT);
    }

    @Override
    public void unclear(WriteAnswer.Unclear answer) {
        ambiguous(answer.write(), answer.why());
    }

    @Override
    public void refused(WriteAnswer.Refused answer) {
        Write write = answer.write();
        Failure failure = answer.failure();
        switch (failure.failureClass()) {
            case REJECTED -> rejected(write, failure);
            case CONFLICT -> conflicting(write, failure);
            case MISSING -> missing(write, failure);
            case SERVER -> parked(
                    write, write.doubtful(ParkReason.SERVER_ERROR), ParkReason.SERVER_ERROR, failure.getMessage());
            case AMBIGUOUS -> ambiguous(write, failure.getMessage());
            case CONNECTION, MISADDRESSED, AUTH, RATE_LIMITED -> failed(write);
        }
    }

    /** Somebody made the same pair before: it is looked for like a create whose answer was lost, and adopted. */
    private void conflicting(Write write, Failure failure) {
        if (write.action() == Action.CREATE && run.kind().isUniqueByNaturalKey()) {
            unconfirmed(write, failure.getMessage(), Intent.ANSWERED);
        } else {
            rejected(write, failure);
        }
    }

    /** A product may have been refused only for want of parts: then it is sent again, hidden by its status. */
    private void rejected(Write write, Failure failure) {
        Optional<Write> withoutParts = write.withoutParts();
        if (withoutParts.isPresent()) {
            again.add(withoutParts.get());
            return;
        }
        parked(write, write.refused(ParkReason.REJECTED), ParkReason.REJECTED, failure.getMessage());
    }

    /** The old record is gone, so the one that takes its place can be made; the lines it had are gone with it. */
    private void madeRoom(Write write) {
        links.add(write.before().unlinked());
        lines.gone(write);
        deliveries.gone(write);
        again.add(write.anew());
    }

    /** Deleted by a user in Optiply (mapping.md, "Products"): created again, unless it was only to be hidden. */
    private void missing(Write write, Failure failure) {
        if (write.action() == Action.CREATE) {
            rejected(write, failure);
            return;
        }
        switch (write.standing()) {
            case SEND -> missingAndWanted(write);
            case FILTER, GONE -> hiddenAlready(write, FilterReason.of(Objects.requireNonNull(write.reason())));
            case PARK -> heldInVain(write);
        }
    }

    private void missingAndWanted(Write write) {
        if (write.isReplacing()) {
            madeRoom(write);
        } else if (run.kind().isCreatedAgain()) {
            again.add(write.anew());
        } else {
            parked(
                    write,
                    write.refused(ParkReason.DELETED_IN_OPTIPLY),
                    ParkReason.DELETED_IN_OPTIPLY,
                    "Optiply had it as " + write.before().optiplyId());
        }
    }

    /** The rest of a held change found nothing to change: the next run decides anew about a record without a link. */
    private void heldInVain(Write write) {
        links.add(write.before().unlinked().parked(ParkReason.HELD));
        answered.add(write.remoteId());
        run.tally().parked(ParkReason.HELD);
    }

    /** What was to be hidden is not in Optiply any more: nothing was written, and nothing is left to do. */
    private void hiddenAlready(Write write, FilterReason reason) {
        links.add(write.before().unlinked().standing(write.standing(), write.reason()));
        answered.add(write.remoteId());
        settled.add(write.remoteId());
        lines.gone(write);
        deliveries.gone(write);
        run.tally().filtered(reason);
    }

    private void parked(Write write, Link link, ParkReason reason, String detail) {
        links.add(link);
        answered.add(write.remoteId());
        run.tally().parked(reason);
        quarantine(write, reason, detail);
        unrepaired(link);
    }

    /**
     * A flow that reads Picqer comes back to what was not acknowledged. No other does, and the next comparison cannot
     * tell either: what counts as acknowledged is then what somebody made of it, or nothing.
     */
    private void unrepaired(Link link) {
        if (!run.readsPicqer()) {
            unrepaired.add(link);
        }
    }

    /** A create keeps its intent until somebody has looked; anything else may simply be sent again. */
    private void ambiguous(Write write, String why) {
        unconfirmed(write, why, at);
    }

    private void unconfirmed(Write write, String why, Instant sentAt) {
        links.add(write.doubtful(ParkReason.UNCONFIRMED));
        quarantine(write, ParkReason.UNCONFIRMED, why);
        if (write.action() == Action.CREATE) {
            lost.add(Acknowledgements.intent(run, write, sentAt));
            run.tally().unconfirmed();
        } else {
            answered.add(write.remoteId());
            run.tally().parked(ParkReason.UNCONFIRMED);
            unrepaired(write.before());
        }
    }

    /** The run breaks off here; the record keeps its place in the next one. */
    private void failed(Write write) {
        run.tally().failed();
        answered.add(write.remoteId());
        if (write.action() != Action.CREATE) {
            links.add(LinkStates.unknown(write.before(), write.changes()));
            unrepaired(write.before());
        }
    }

    void save(Transaction tx) {
        var customer = run.customer().name();
        deliveries.save(tx);
        tx.links().save(links);
        links.stream()
                .filter(link -> link.sighting().isBy(run.id()))
                .collect(groupingBy(link -> link.sighting().leg()))
                .forEach((leg, seen) -> tx.sightings().note(customer, run.kind(), seen, run.id(), leg));
        lines.save(tx);
        tx.intents().remove(customer, run.kind(), answered);
        tx.intents().write(lost);
        tx.quarantine().release(customer, run.kind(), settled);
        tx.holds().remove(customer, run.kind(), settled);
        tx.quarantine().park(parked);
        tx.changes().append(changes);
        DecidedAnew.next(tx, run, unrepaired);
    }

    private void quarantine(Write write, ParkReason reason, String detail) {
        parked.add(Parking.by(run, at).refused(write, reason, detail));
    }

    private Change change(WriteAnswer.Acknowledged answer) {
        Write write = answer.write();
        Attributes before = LinkStates.acknowledged(write.before()).only(write.changes());
        return new Change(
                run.id(),
                at,
                run.customer().name(),
                run.kind(),
                write.remoteId(),
                write.action(),
                answer.id(),
                write.action() == Action.CREATE ? Attributes.NONE.json() : before.json(),
                write.changes().json());
    }

    /** The audit of a create that had arrived although its answer never did. */
    static Change created(Run run, Instant at, Intent intent, OptiplyId id) {
        return new Change(
                run.id(),
                at,
                run.customer().name(),
                run.kind(),
                intent.remoteId(),
                Action.CREATE,
                id,
                Attributes.NONE.json(),
                intent.attributes());
    }
}
