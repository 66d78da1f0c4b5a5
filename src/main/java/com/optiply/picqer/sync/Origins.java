package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.mapping.ExportMarkers;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.store.Candidate;
import com.optiply.picqer.store.Candidate.Author;
import com.optiply.picqer.store.Export;
import com.optiply.picqer.store.ExportState;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of Picqer's purchase orders came from which of Optiply's buy orders, by the marks that they bear (mapping.md,
 * "Buy orders"), or by the remote id that Optiply was told: such an order is linked and never created. A further bearer
 * of the same mark is an order of its own. Thread-safe.
 */
public final class Origins {
    private final Store store;
    private final Adoption adoption;

    public Origins(Store store, Adoption adoption) {
        this.store = store;
        this.adoption = adoption;
    }

    /**
     * Where an order comes from.
     *
     * @param isOptiplysOwn whether it is the order of Optiply's whose mark it bears, or bore when it was written out
     * @param copiedFrom the Optiply order whose mark it bears without being that order; null where there is none
     */
    public record Origin(boolean isOptiplysOwn, @Nullable OptiplyId copiedFrom) {
        public static final Origin PICQER = new Origin(false, null);
    }

    /** The marks on one page, and what is known of the orders that bear them. */
    public static final class Marks {
        private final Map<RemoteId, List<OptiplyId>> claims = new LinkedHashMap<>();
        /** Orders that bear no mark, and that an order which a person made in Optiply names as its own. */
        private final Map<RemoteId, OptiplyId> named = new LinkedHashMap<>();

        private final Map<RemoteId, Export> own = new HashMap<>();
        private final Set<RemoteId> linked = new HashSet<>();
        private final Set<OptiplyId> toLookUp = new TreeSet<>();
        private boolean isOpen;

        private Marks() {}

        /** Optiply orders of which nobody knows whether they exist: each is to be asked for. */
        public List<OptiplyId> toLookUp() {
            return List.copyOf(toLookUp);
        }

        /** Whether it was linked before this page was read. */
        public boolean isInOptiply(PicqerPurchaseOrder order) {
            return linked.contains(id(order));
        }

        public Origin of(PicqerPurchaseOrder order) {
            RemoteId id = id(order);
            if (own.containsKey(id)) {
                return new Origin(true, null);
            }
            List<OptiplyId> claimed = claims.getOrDefault(id, List.of());
            return claimed.isEmpty() ? Origin.PICQER : new Origin(false, claimed.get(0));
        }
    }

    /** Reads the marks on one page of orders. */
    public Marks read(Run run, List<PicqerPurchaseOrder> orders) {
        ExportMarkers markers = markers(run.customer());
        Marks marks = new Marks();
        orders.stream()
                .sorted(Comparator.comparingLong(
                        order -> order.idpurchaseorder().value()))
                .forEach(order -> {
                    List<OptiplyId> claimed = markers.claimedBy(order);
                    if (!claimed.isEmpty()) {
                        marks.claims.put(id(order), claimed);
                    }
                });
        CustomerName customer = run.customer().name();
        store.read(tx -> {
            List<RemoteId> ids = orders.stream().map(Origins::id).toList();
            marks.own.putAll(tx.exports().byPurchaseOrders(customer, ids));
            Map<RemoteId, Link> links = tx.links().find(customer, Kind.BUY_ORDERS, ids);
            ids.stream().filter(id -> !isUnlinked(links.get(id))).forEach(marks.linked::add);
            marks.named.putAll(named(tx, customer, ids, marks, links));
            Set<OptiplyId> wanted = wanted(marks, links);
            marks.isOpen = !wanted.isEmpty();
            wanted.removeAll(tx.links().linkedIds(customer, Kind.BUY_ORDERS, wanted));
            if (adoption.isListedBy(tx, run)) {
                wanted.removeAll(tx.candidates()
                        .byOptiplyIds(customer, Kind.BUY_ORDERS, wanted)
                        .keySet());
            }
            marks.toLookUp.addAll(wanted);
            return wanted;
        });
        return marks;
    }

    /**
     * A state that was lost does not know what was written out, and people take marks away: the remote id that Optiply
     * was told then says the same, for an order that a person made there.
     */
    private static Map<RemoteId, OptiplyId> named(
            Transaction tx, CustomerName customer, List<RemoteId> ids, Marks marks, Map<RemoteId, Link> links) {
        List<RemoteId> unlinked = ids.stream()
                .filter(id -> isUnlinked(links.get(id)) && !marks.own.containsKey(id))
                .toList();
        Map<RemoteId, OptiplyId> named = new LinkedHashMap<>();
        tx.candidates().byRemoteIds(customer, Kind.BUY_ORDERS, unlinked).forEach((id, bearers) -> {
            if (bearers.size() == 1 && bearers.get(0).author() == Author.PERSON) {
                named.put(id, bearers.get(0).optiplyId());
            }
        });
        return named;
    }

    /** What the orders that are not linked claim to be, or are known to be. */
    private static Set<OptiplyId> wanted(Marks marks, Map<RemoteId, Link> links) {
        Set<OptiplyId> wanted = new TreeSet<>();
        marks.own.forEach((id, export) -> {
            if (isUnlinked(links.get(id))) {
                wanted.add(export.optiplyId());
            }
        });
        marks.claims.forEach((id, claimed) -> {
            if (!marks.own.containsKey(id) && isUnlinked(links.get(id))) {
                wanted.addAll(claimed);
            }
        });
        wanted.addAll(marks.named.values());
        return wanted;
    }

    /**
     * Decides which order is which, and notes it before anything is compared.
     *
     * @param found what Optiply has of those that were looked up
     */
    public void settle(Run run, Marks marks, List<OptiplyRecord> found) {
        if (marks.isOpen) {
            adoption.keep(run.of(Kind.BUY_ORDERS), found);
            store.saveRelaxed(tx -> settle(tx, run, marks, found));
        }
    }

    private void settle(Transaction tx, Run run, Marks marks, List<OptiplyRecord> found) {
        CustomerName customer = run.customer().name();
        Map<RemoteId, Link> links = tx.links().find(customer, Kind.BUY_ORDERS, ids(marks));
        Map<OptiplyId, Candidate> existing = existing(tx, run, marks, found);
        List<OptiplyId> deleted = new ArrayList<>();
        marks.own.entrySet().removeIf(one -> {
            boolean isGone = isUnlinked(links.get(one.getKey()))
                    && !existing.containsKey(one.getValue().optiplyId());
            if (isGone) {
                deleted.add(one.getValue().optiplyId());
            }
            return isGone;
        });
        tx.exports().remove(customer, deleted);
        Collection<Export> claimed = claimed(tx, run, marks, links, existing);
        tx.exports().save(claimed);
        claimed.forEach(export -> marks.own.put(Objects.requireNonNull(export.purchaseOrder()), export));
    }

    private List<Export> claimed(
            Transaction tx, Run run, Marks marks, Map<RemoteId, Link> links, Map<OptiplyId, Candidate> existing) {
        List<Export> exports = new ArrayList<>();
        Map<OptiplyId, Export> known = tx.exports().find(run.customer().name(), existing.keySet());
        Set<OptiplyId> taken = new TreeSet<>();
        known.values().stream().filter(one -> one.purchaseOrder() != null).forEach(one -> taken.add(one.optiplyId()));
        Set<RemoteId> claiming = new LinkedHashSet<>(marks.claims.keySet());
        claiming.addAll(marks.named.keySet());
        claiming.forEach(id -> {
            if (!marks.own.containsKey(id) && isUnlinked(links.get(id))) {
                Stream.concat(marks.claims.getOrDefault(id, List.of()).stream(), Stream.ofNullable(marks.named.get(id)))
                        .filter(claim -> !taken.contains(claim) && isFree(existing.get(claim), id))
                        .findFirst()
                        .ifPresent(claim -> {
                            taken.add(claim);
                            exports.add(export(run, claim, id, known.get(claim)));
                        });
            }
        });
        return exports;
    }

    /** One that bears the id of another purchase order in our coupling is that order. */
    private static boolean isFree(@Nullable Candidate candidate, RemoteId order) {
        return candidate != null
                && (candidate.remoteId() == null || candidate.remoteId().equals(order));
    }

    /** One that was planned has arrived: its flow goes on with it from there. */
    private Export export(Run run, OptiplyId optiply, RemoteId order, @Nullable Export planned) {
        return planned == null
                ? Export.found(run.customer().name(), optiply, order, run.id())
                : planned.as(order, ExportState.CREATED);
    }

    private Map<OptiplyId, Candidate> existing(Transaction tx, Run run, Marks marks, List<OptiplyRecord> found) {
        Set<OptiplyId> ids = new TreeSet<>();
        if (adoption.isListedBy(tx, run)) {
            marks.claims.values().forEach(ids::addAll);
            ids.addAll(marks.named.values());
            marks.own.values().forEach(export -> ids.add(export.optiplyId()));
        }
        found.forEach(record -> ids.add(record.id()));
        return tx.candidates().byOptiplyIds(run.customer().name(), Kind.BUY_ORDERS, ids);
    }

    /** The marks that count for this customer. */
    public static ExportMarkers markers(CustomerSettings customer) {
        return new ExportMarkers(customer.export().oldMarkers().stream()
                .map(old -> old.before() + ExportMarkers.ID + old.after())
                .toList());
    }

    private static List<RemoteId> ids(Marks marks) {
        List<RemoteId> ids = new ArrayList<>(marks.claims.keySet());
        ids.addAll(marks.named.keySet());
        ids.addAll(marks.own.keySet());
        return ids;
    }

    private static boolean isUnlinked(@Nullable Link link) {
        return link == null || link.optiplyId() == null;
    }

    private static RemoteId id(PicqerPurchaseOrder order) {
        return new RemoteId(order.idpurchaseorder().toString());
    }
}
