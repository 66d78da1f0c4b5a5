package com.optiply.picqer.sync.lookup;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Mark;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Remembers how source records looked when they were seen through with everything that belongs to them, so that what
 * still looks the same need not be read or decided again. Thread-safe.
 */
public final class SeenThrough {
    private final Store store;

    public SeenThrough(Store store) {
        this.store = store;
    }

    /** How those of the given records looked that were seen through. */
    public Map<RemoteId, String> marks(Run run, Collection<RemoteId> ids) {
        return store.read(tx -> tx.marks().find(run.customer().name(), run.kind(), ids));
    }

    /**
     * What else is known of records that are read.
     *
     * @param inOptiply those that are there
     * @param readBefore those that this run has read before: what it decided then holds until the next run
     */
    public record Known(Set<RemoteId> inOptiply, Set<RemoteId> readBefore) {}

    public Known known(Run run, Collection<RemoteId> ids) {
        Collection<Link> links = store.read(
                tx -> tx.links().find(run.customer().name(), run.kind(), ids).values());
        return new Known(those(links, link -> link.optiplyId() != null), those(links, link -> link.sighting()
                .isBy(run.id())));
    }

    private static Set<RemoteId> those(Collection<Link> links, Predicate<Link> wanted) {
        return links.stream().filter(wanted).map(Link::remoteId).collect(toSet());
    }

    /**
     * Forgets how these records looked: whatever becomes of this run, Optiply may not have them as they were. A run
     * that may not write leaves them as they are.
     */
    public void forget(Run run, Collection<RemoteId> ids) {
        if (!ids.isEmpty() && !run.withholdsWrites()) {
            store.saveRelaxed(
                    Fence.within(run, tx -> tx.marks().remove(run.customer().name(), run.kind(), ids)));
        }
    }

    /** Remembers how those of these composed products look whose every part has its outcome. */
    public void saveComposed(Run ofParts, Map<RemoteId, String> looks) {
        Map<RemoteId, String> finished = new HashMap<>(looks);
        finished.keySet()
                .removeAll(store.<Set<RemoteId>>read(
                        tx -> unfinished(tx, ofParts.customer().name(), ofParts.kind())));
        save(ofParts, finished);
    }

    /** Nothing where nothing may be written: what differs is passed by until it has been sent. */
    private void save(Run run, Map<RemoteId, String> looks) {
        if (run.withholdsWrites()) {
            return;
        }
        List<Mark> marks = looks.entrySet().stream()
                .map(look -> new Mark(run.customer().name(), run.kind(), look.getKey(), look.getValue()))
                .toList();
        store.saveRelaxed(Fence.within(run, tx -> tx.marks().save(marks)));
    }

    /** Remembers how those of these orders look that are in Optiply as they should be, with every line. */
    public void saveWhole(Run ofOrders, Map<RemoteId, String> looks) {
        Set<RemoteId> whole = whole(ofOrders, looks.keySet());
        save(
                ofOrders,
                looks.entrySet().stream()
                        .filter(look -> whole.contains(look.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Set<RemoteId> whole(Run ofOrders, Collection<RemoteId> ids) {
        var customer = ofOrders.customer().name();
        return store.read(tx -> {
            Set<RemoteId> sent = tx.links().find(customer, ofOrders.kind(), ids).values().stream()
                    .filter(SeenThrough::isSent)
                    .map(Link::remoteId)
                    .collect(toSet());
            ofOrders.kind().lines().ifPresent(kind -> {
                tx.links().ofParents(customer, kind, sent).stream()
                        .filter(line -> line.standing() == Standing.PARK)
                        .forEach(line -> sent.remove(Objects.requireNonNull(line.parent())));
                sent.removeAll(unfinished(tx, customer, kind));
            });
            return sent;
        });
    }

    /** Those with a line or a part that is still to be deleted: the run may break off before it does that. */
    private static Set<RemoteId> unfinished(Transaction tx, CustomerName customer, Kind children) {
        List<RemoteId> open = tx.holds().ids(customer, children, EnumSet.allOf(HoldState.class));
        return Set.copyOf(tx.links().parentsOf(customer, children, open));
    }

    private static boolean isSent(Link link) {
        return link.optiplyId() != null && link.standing() == Standing.SEND;
    }
}
