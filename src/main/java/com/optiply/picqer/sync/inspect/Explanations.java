package com.optiply.picqer.sync.inspect;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.ParkedCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what became of a record, in the state alone: every record that a run has seen is there with its outcome,
 * those too that a rule keeps out. Thread-safe.
 */
public final class Explanations {
    private static final String NUMBER = "[0-9]{1,18}";

    private final Store store;

    public Explanations(Store store) {
        this.store = store;
    }

    /**
     * The records that bear this name, or this id in Picqer or in Optiply, kind by kind.
     *
     * @param name as a person knows it: a sku, the number of an order, the name of a supplier, an id; or as a person is
     *     asked to approve of it, such as {@code SKU-1 of KIT-1}
     */
    public List<Explanation> of(CustomerName customer, String name, Collection<Kind> kinds) {
        return store.read(tx -> kinds.stream()
                .flatMap(kind -> links(tx, customer, kind, name).stream())
                .map(link -> explained(tx, link))
                .toList());
    }

    /** The first parked records of a kind, by their ids in Picqer. */
    public List<Parked> parked(CustomerName customer, Kind kind, int limit) {
        return store.read(tx -> tx.quarantine().page(customer, kind, null, limit));
    }

    /** How many records of a kind are parked, for whatever reason. */
    public long parkedCount(CustomerName customer, Kind kind) {
        return store.read(tx -> tx.quarantine().byReason(customer, kind)).stream()
                .mapToLong(ParkedCount::records)
                .sum();
    }

    /** Whether anything waits for a person to approve of it. */
    public boolean isAnythingHeld(CustomerName customer) {
        return !store.read(tx -> tx.approvals().told(customer)).isEmpty();
    }

    /** What else records are called that contain this text. */
    public List<String> alike(CustomerName customer, String name, int limit) {
        return store.read(tx -> tx.labels().alike(customer, name, limit));
    }

    private static Collection<Link> links(Transaction tx, CustomerName customer, Kind kind, String name) {
        List<RemoteId> ids = new ArrayList<>(tx.holds().called(customer, kind, name));
        ids.add(new RemoteId(name));
        Map<RemoteId, Link> found = new TreeMap<>(tx.links().find(customer, kind, ids));
        tx.links().byLabels(customer, kind, List.of(name)).forEach(link -> found.put(link.remoteId(), link));
        if (name.matches(NUMBER)) {
            List<OptiplyId> id = List.of(new OptiplyId(Long.parseLong(name)));
            tx.links().byOptiplyIds(customer, kind, id).values().forEach(link -> found.put(link.remoteId(), link));
        }
        return found.values();
    }

    private static Explanation explained(Transaction tx, Link link) {
        CustomerName customer = link.customer();
        Kind kind = link.kind();
        List<RemoteId> id = List.of(link.remoteId());
        Parked parked = tx.quarantine().find(customer, kind, id).get(link.remoteId());
        return new Explanation(
                link,
                parked,
                awaited(tx, parked),
                tx.holds().find(customer, kind, id).get(link.remoteId()),
                tx.changes().ofRecord(customer, kind, link.remoteId(), 1).stream()
                        .findFirst()
                        .orElse(null),
                tx.runs().find(link.sighting().run()).orElse(null),
                export(tx, link),
                tx.intents().unanswered(customer, kind, id).contains(link.remoteId()),
                lines(tx, link));
    }

    private static @Nullable Link awaited(Transaction tx, @Nullable Parked parked) {
        return parked == null || parked.awaitsKind() == null || parked.awaitsId() == null
                ? null
                : tx.links()
                        .find(parked.customer(), parked.awaitsKind(), List.of(parked.awaitsId()))
                        .get(parked.awaitsId());
    }

    private static @Nullable Export export(Transaction tx, Link link) {
        if (link.kind() != Kind.PURCHASE_ORDERS || !link.remoteId().value().matches(NUMBER)) {
            return null;
        }
        OptiplyId order = new OptiplyId(Long.parseLong(link.remoteId().value()));
        return tx.exports().find(link.customer(), List.of(order)).get(order);
    }

    private static List<Link> lines(Transaction tx, Link order) {
        return order
                .kind()
                .lines()
                .map(kind -> tx.links().ofParents(order.customer(), kind, List.of(order.remoteId())))
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing(Link::label).thenComparing(Link::remoteId))
                .toList();
    }
}
