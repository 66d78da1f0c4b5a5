package com.optiply.picqer.sync.export;

import static java.util.stream.Collectors.toCollection;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Candidate.Author;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.export.Claims.Claimant;
import com.optiply.picqer.sync.export.Claims.Granted;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** The marks on one page, and what is known of the orders that bear them. */
    public static final class Marks {
        private final Map<RemoteId, FoundPurchaseOrder> orders = new HashMap<>();
        private final Map<RemoteId, List<OptiplyId>> claims = new HashMap<>();
        /** Orders that bear no mark, and that an order which a person made in Optiply names as its own. */
        private final Map<RemoteId, OptiplyId> named = new LinkedHashMap<>();

        private final Map<RemoteId, Export> own = new HashMap<>();
        /** What an order that is not linked may be: where it is known, that alone. */
        private final Map<RemoteId, Set<OptiplyId>> open = new HashMap<>();

        private final Set<RemoteId> linked = new HashSet<>();
        private final Set<OptiplyId> toLookUp = new TreeSet<>();
        private final Set<OptiplyId> found = new HashSet<>();
        private final Set<OptiplyId> unshown = new HashSet<>();
        private final Set<OptiplyId> deleted = new HashSet<>();

        private Marks() {}

        /** Optiply orders of which nobody knows whether they exist: each is to be asked for. */
        public List<OptiplyId> toLookUp() {
            return List.copyOf(toLookUp);
        }

        /** Optiply said yes to it and did not show it: nobody knows whether it exists. */
        public void unshown(OptiplyId order) {
            unshown.add(order);
        }

        /** The Optiply order that decides what this one is, and that Optiply did not show; empty where none does. */
        public Optional<OptiplyId> doubtOf(PicqerPurchaseOrder order) {
            return doubtOf(id(order));
        }

        private Optional<OptiplyId> doubtOf(RemoteId order) {
            return open.getOrDefault(order, Set.of()).stream()
                    .filter(unshown::contains)
                    .findFirst();
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
        orders.stream().map(FoundPurchaseOrder::of).forEach(order -> {
            marks.orders.put(id(order), order);
            marks.claims.put(id(order), markers.claimedBy(order));
        });
        CustomerName customer = run.customer().name();
        store.read(tx -> {
            Set<RemoteId> ids = marks.orders.keySet();
            marks.own.putAll(tx.exports().byPurchaseOrders(customer, ids));
            Map<RemoteId, Link> links = tx.links().find(customer, Kind.BUY_ORDERS, ids);
            List<RemoteId> unlinked =
                    ids.stream().filter(id -> isUnlinked(links.get(id))).toList();
            marks.named.putAll(named(tx, customer, unlinked, marks));
            unlinked.forEach(id -> marks.open.put(id, saidOf(id, marks)));
            marks.open.values().removeIf(Set::isEmpty);
            Set<OptiplyId> wanted =
                    marks.open.values().stream().flatMap(Set::stream).collect(toCollection(TreeSet::new));
            ids.stream().filter(id -> !isUnlinked(links.get(id))).forEach(marks.linked::add);
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
            Transaction tx, CustomerName customer, List<RemoteId> unlinked, Marks marks) {
        List<RemoteId> unknown =
                unlinked.stream().filter(id -> !marks.own.containsKey(id)).toList();
        Map<RemoteId, OptiplyId> named = new LinkedHashMap<>();
        tx.candidates().byRemoteIds(customer, Kind.BUY_ORDERS, unknown).forEach((id, bearers) -> {
            if (bearers.size() == 1 && bearers.get(0).author() == Author.PERSON) {
                named.put(id, bearers.get(0).optiplyId());
            }
        });
        return named;
    }

    /** What it is known to be, else what it claims to be, the likeliest first. */
    private static Set<OptiplyId> saidOf(RemoteId order, Marks marks) {
        Export own = marks.own.get(order);
        if (own != null) {
            return Set.of(own.optiplyId());
        }
        Set<OptiplyId> said = new LinkedHashSet<>(marks.claims.getOrDefault(order, List.of()));
        Optional.ofNullable(marks.named.get(order)).ifPresent(said::add);
        return said;
    }

    /**
     * Keeps what Optiply has of those that were looked up.
     *
     * @return whether an order of this page may be taken for one that an older purchase order is, on whatever page:
     *     then it is to be known who else bears a mark
     */
    public boolean keep(Run run, Marks marks, List<OptiplyRecord> found) {
        if (marks.open.isEmpty()) {
            return false;
        }
        adoption.keep(run.of(Kind.BUY_ORDERS), found);
        found.forEach(record -> marks.found.add(record.id()));
        return store.<Boolean>read(tx -> {
            Claims claims = claims(tx, run, existing(tx, run, marks));
            return claimants(tx, run, marks, List.of()).stream()
                    .filter(Claimant::isFree)
                    .anyMatch(claimant -> claimant.claimed().stream().anyMatch(claims::isOpen));
        });
    }

    /**
     * Decides which order is which, and notes it before anything is compared.
     *
     * @param bearers all purchase orders that bear a mark, as far as it had to be known
     */
    public void settle(Run run, Marks marks, List<FoundPurchaseOrder> bearers) {
        if (!marks.open.isEmpty()) {
            store.saveRelaxed(Fence.within(run, tx -> settle(tx, run, marks, bearers)));
        }
    }

    private void settle(Transaction tx, Run run, Marks marks, List<FoundPurchaseOrder> bearers) {
        Map<OptiplyId, Candidate> existing = existing(tx, run, marks);
        marks.own.entrySet().removeIf(one -> {
            OptiplyId order = one.getValue().optiplyId();
            boolean isGone = marks.open.containsKey(one.getKey())
                    && !existing.containsKey(order)
                    && !marks.unshown.contains(order);
            if (isGone) {
                marks.deleted.add(order);
            }
            return isGone;
        });
        tx.exports().remove(run.customer().name(), marks.deleted);
        List<Granted> granted =
                claims(tx, run, existing).granted(claimants(tx, run, marks, bearersOf(existing, run, bearers)));
        Map<OptiplyId, Export> planned = tx.exports().find(run.customer().name(), existing.keySet());
        List<Export> exports = granted.stream()
                .map(claim -> claim.export(run, planned.get(claim.optiply())))
                .toList();
        tx.exports().save(exports);
        exports.forEach(export -> marks.own.put(Objects.requireNonNull(export.purchaseOrder()), export));
    }

    private static Claims claims(Transaction tx, Run run, Map<OptiplyId, Candidate> existing) {
        Set<OptiplyId> taken = new TreeSet<>();
        tx.exports().find(run.customer().name(), existing.keySet()).values().stream()
                .filter(one -> one.purchaseOrder() != null)
                .forEach(one -> taken.add(one.optiplyId()));
        return new Claims(existing, taken);
    }

    private static List<FoundPurchaseOrder> bearersOf(
            Map<OptiplyId, Candidate> existing, Run run, List<FoundPurchaseOrder> bearers) {
        ExportMarkers markers = markers(run.customer());
        return bearers.stream()
                .filter(bearer -> markers.claimedBy(bearer).stream().anyMatch(existing::containsKey))
                .toList();
    }

    /** Those of the page and those of other pages, the oldest first. */
    private static List<Claimant> claimants(Transaction tx, Run run, Marks marks, List<FoundPurchaseOrder> bearers) {
        CustomerName customer = run.customer().name();
        ExportMarkers markers = markers(run.customer());
        Map<RemoteId, FoundPurchaseOrder> orders = new HashMap<>();
        bearers.forEach(bearer -> orders.put(id(bearer), bearer));
        orders.putAll(marks.orders);
        Map<RemoteId, Link> links = tx.links().find(customer, Kind.BUY_ORDERS, orders.keySet());
        Set<RemoteId> own =
                tx.exports().byPurchaseOrders(customer, orders.keySet()).keySet();
        Comparator<Claimant> oldestFirst =
                Comparator.comparingLong(claimant -> claimant.order().id().value());
        return orders.entrySet().stream()
                .map(one -> {
                    RemoteId id = one.getKey();
                    Set<OptiplyId> claimed = new LinkedHashSet<>(markers.claimedBy(one.getValue()));
                    Optional.ofNullable(marks.named.get(id)).ifPresent(claimed::add);
                    boolean isFree = isUnlinked(links.get(id))
                            && !own.contains(id)
                            && marks.doubtOf(id).isEmpty();
                    return new Claimant(one.getValue(), List.copyOf(claimed), isFree);
                })
                .filter(claimant -> !claimant.claimed().isEmpty())
                .sorted(oldestFirst)
                .toList();
    }

    private Map<OptiplyId, Candidate> existing(Transaction tx, Run run, Marks marks) {
        Set<OptiplyId> ids = new TreeSet<>();
        marks.open.values().forEach(ids::addAll);
        if (!adoption.isListedBy(tx, run)) {
            ids.retainAll(marks.found);
        }
        return tx.candidates().byOptiplyIds(run.customer().name(), Kind.BUY_ORDERS, ids);
    }

    /** The marks that count for this customer. */
    public static ExportMarkers markers(CustomerSettings customer) {
        return new ExportMarkers(customer.export().oldMarkers().stream()
                .map(old -> old.before() + ExportMarkers.ID + old.after())
                .toList());
    }

    private static boolean isUnlinked(@Nullable Link link) {
        return link == null || link.optiplyId() == null;
    }

    private static RemoteId id(PicqerPurchaseOrder order) {
        return new RemoteId(order.idpurchaseorder().toString());
    }

    private static RemoteId id(FoundPurchaseOrder order) {
        return new RemoteId(order.id().toString());
    }
}
