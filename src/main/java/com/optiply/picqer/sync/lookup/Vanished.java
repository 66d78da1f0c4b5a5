package com.optiply.picqer.sync.lookup;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Keep;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of records that Picqer was asked for by their ids and did not give. One that it fails on waits, and
 * stays as it is. Others it does not have any more: no list that lacks an order says that (mapping.md, "Guards":
 * absence); the answer 404 to its id does, once two runs have got it: until then the record is parked. What was never
 * sent waits no longer. What is in Optiply stays there until a person agrees to delete it: no order that goods are
 * expected of, or were sold by, is deleted on Picqer's word alone. An order that Optiply itself made is not ours to
 * delete, and a person is told. Thread-safe.
 */
public final class Vanished {
    private final Store store;

    public Vanished(Store store) {
        this.store = store;
    }

    /** The decision about a record of the run's own kind; none about one that the state does not know. */
    public List<Decision> record(Run run, Optional<RemoteId> asked) {
        return asked.stream()
                .flatMap(id -> known(run, List.of(id)).values().stream())
                .map(link -> gone(link, isOptiplysOwn(run, link)))
                .toList();
    }

    /** The decision about a record of the run's own kind that Picqer fails on. */
    public List<Decision> failed(Run run, Optional<RemoteId> asked) {
        return asked.stream()
                .map(id -> Optional.ofNullable(known(run, List.of(id)).get(id))
                        .map(Vanished::subject)
                        .orElseGet(() -> Subject.of(id.value(), id.value())))
                .<Decision>map(subject -> Park.failing(subject, "the record"))
                .toList();
    }

    private Map<RemoteId, Link> known(Run run, List<RemoteId> ids) {
        return store.read(tx -> tx.links().find(run.customer().name(), run.ownKind(), ids));
    }

    /** What Optiply itself made is never deleted from here. */
    private boolean isOptiplysOwn(Run run, Link link) {
        return link.kind() == Kind.BUY_ORDERS
                && !store.read(tx ->
                                tx.exports().byPurchaseOrders(run.customer().name(), List.of(link.remoteId())))
                        .isEmpty();
    }

    /** The decisions about all that was read with such a record. */
    public List<Decision> childrenOf(Run run, Optional<RemoteId> asked) {
        return children(run, asked.stream().toList()).stream()
                .filter(child -> child.standing() != Standing.GONE)
                .map(child -> gone(child, false))
                .toList();
    }

    private static Decision gone(Link link, boolean isOptiplysOwn) {
        Subject subject = subject(link);
        if (link.isParkedFor(ParkReason.DELETED_IN_OPTIPLY)) {
            return new Keep(subject); // There is nothing left to delete, and a person has been told.
        }
        if (!isAskedTwice(link)) {
            return Park.of(subject, ParkReason.NOT_FOUND_IN_PICQER, "Picqer has nothing under its number.");
        }
        if (isOptiplysOwn && link.optiplyId() != null) {
            return Park.of(subject, ParkReason.GONE_IN_PICQER, "It is Optiply's " + link.optiplyId() + ".");
        }
        WhenSent whenSent = link.optiplyId() == null ? WhenSent.LEFT : WhenSent.DELETED_IF_VANISHED;
        return new Filter(subject, FilterReason.GONE, whenSent);
    }

    /** One that is held waits for a person as it is: nothing is lost by the first answer. */
    private static boolean isAskedTwice(Link link) {
        return link.standing() == Standing.GONE
                || link.isParkedFor(ParkReason.NOT_FOUND_IN_PICQER)
                || link.isParkedFor(ParkReason.GONE_IN_PICQER)
                || link.isParkedFor(ParkReason.HELD);
    }

    /**
     * The decisions about what was parked with these records, was never sent, and is not among what they have now: a
     * receipt that could not be read and now can be, or a line that got another number.
     */
    public List<Decision> parkedChildren(Run run, Collection<RemoteId> parents, Set<RemoteId> present) {
        return children(run, parents).stream()
                .filter(child -> child.standing() == Standing.PARK && child.optiplyId() == null)
                .filter(child -> !present.contains(child.remoteId()))
                .<Decision>map(child -> new Filter(subject(child), FilterReason.REMOVED, WhenSent.LEFT))
                .toList();
    }

    private List<Link> children(Run run, Collection<RemoteId> parents) {
        return store.read(tx -> tx.links().ofParents(run.customer().name(), run.ownKind(), parents));
    }

    private static Subject subject(Link link) {
        return new Subject(link.remoteId(), link.label(), link.parent());
    }
}
