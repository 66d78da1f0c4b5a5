package com.optiply.picqer.sync;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Action;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.Parked;
import com.optiply.picqer.store.Standing;
import com.optiply.picqer.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Gathers what comparing some of Optiply's records changes in the state. Confined to one thread. */
final class InspectedRecords {
    private final Run run;
    private final Instant at;
    private final List<RemoteId> listed = new ArrayList<>();
    private final List<Write> repairs = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<RemoteId> released = new ArrayList<>();
    private final List<RemoteId> unlinked = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();

    InspectedRecords(Run run, Instant at) {
        this.run = run;
        this.at = at;
    }

    List<Write> repairs() {
        return List.copyOf(repairs);
    }

    /** An attribute that Optiply does not show at all cannot be compared; one that it shows as null can. */
    void add(Link known, OptiplyRecord record) {
        run.tally().read(1);
        listed.add(known.remoteId());
        Link link = Inspection.isTold(known) ? returned(known) : known;
        Attributes acknowledged = LinkStates.acknowledged(link);
        Attributes shown = acknowledged.known().only(shownNames(acknowledged, record));
        Attributes held = link.kind().given(record.attributes(), shown);
        Attributes changes = held.changesTo(shown);
        if (changes.isEmpty()) {
            run.tally().unchanged();
        } else if (changes.hasAny(link.kind().fixed())) {
            park(link, ParkReason.MOVED_IN_OPTIPLY, "In Optiply " + held.only(changes) + ", sent as " + changes);
        } else if (run.withholdsWrites()) {
            run.tally().withheld(Action.PATCH);
            run.tally().filtered(FilterReason.WRITES_OFF);
        } else {
            Attributes now = acknowledged.taking(changes.names(), held);
            Link asItIs = LinkStates.linked(link, record.id(), record.uuid(), now);
            repairs.add(Write.patch(asItIs, acknowledged, changes, link.standing(), link.reason()));
        }
    }

    /** Where products have several suppliers, which one is preferred is for users and dropped files to say. */
    private Set<String> shownNames(Attributes acknowledged, OptiplyRecord record) {
        Set<String> names = acknowledged.names();
        names.removeIf(name -> !record.attributes().has(name));
        if (run.kind() == Kind.SUPPLIER_PRODUCTS && run.customer().suppliers().multiSupplier()) {
            names.remove(OptiplySupplierProduct.PREFERRED);
        }
        return names;
    }

    /** Somebody brought it back in Optiply. */
    private Link returned(Link link) {
        Link sent = LinkStates.standing(link, Standing.SEND, null);
        links.add(sent);
        released.add(link.remoteId());
        return sent;
    }

    /** Deleted by a user in Optiply (mapping.md, "Products"). */
    void gone(Link link) {
        run.tally().read(1);
        if (link.standing() == Standing.FILTER || link.standing() == Standing.GONE) {
            unlink(LinkStates.unlinked(link));
            run.tally().filtered(FilterReason.of(Objects.requireNonNull(link.reason())));
            return;
        }
        String detail =
                link.optiplyId() == null ? "It was sent with its order" : "Optiply had it as " + link.optiplyId();
        if (run.kind().isCreatedAgain()) {
            unlink(parkedAs(LinkStates.unlinked(link), ParkReason.CREATED_AGAIN));
            park(link, ParkReason.CREATED_AGAIN, detail);
        } else {
            links.add(parkedAs(link, ParkReason.DELETED_IN_OPTIPLY));
            park(link, ParkReason.DELETED_IN_OPTIPLY, detail);
        }
    }

    private void unlink(Link link) {
        links.add(link);
        unlinked.add(link.remoteId());
    }

    private static Link parkedAs(Link link, ParkReason reason) {
        return LinkStates.standing(link, Standing.PARK, reason.code());
    }

    private void park(Link link, ParkReason reason, String detail) {
        run.tally().parked(reason);
        parked.add(Parked.by(
                run.id(),
                at,
                run.customer().name(),
                run.kind(),
                link.remoteId(),
                link.label(),
                reason.code(),
                detail,
                reason.advice(),
                null));
    }

    void save(Transaction tx) {
        var customer = run.customer().name();
        tx.listed().mark(customer, run.kind(), run.id(), listed);
        tx.links().save(links);
        tx.quarantine().release(customer, run.kind(), released);
        tx.holds().remove(customer, run.kind(), unlinked);
        tx.quarantine().park(parked);
    }
}
