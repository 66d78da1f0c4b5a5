package com.optiply.picqer.sync.dropped;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.preference.PreferenceReason;
import com.optiply.picqer.mapping.preference.PreferenceRejection;
import com.optiply.picqer.mapping.supplier.SupplierNames;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.DroppedPair;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.UsersPairs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that the state knows about the rows of one page of a dropped file, read at one moment. */
final class PreferenceFacts {
    private static final int NAMED_MAX = 3;

    private final KnownSuppliers suppliers;
    private final Map<String, List<Link>> products;
    private final Map<OptiplyId, List<DroppedPair>> pairs;
    private final Map<String, DroppedRow> wanted;
    private final Map<OptiplyId, Link> linked;
    private final Map<RemoteId, Link> named;

    private PreferenceFacts(
            KnownSuppliers suppliers,
            Map<String, List<Link>> products,
            Map<OptiplyId, List<DroppedPair>> pairs,
            Map<String, DroppedRow> wanted,
            Map<OptiplyId, Link> linked,
            Map<RemoteId, Link> named) {
        this.suppliers = suppliers;
        this.products = products;
        this.pairs = pairs;
        this.wanted = wanted;
        this.linked = linked;
        this.named = named;
    }

    static PreferenceFacts of(Transaction tx, CustomerName customer, KnownSuppliers suppliers, List<DroppedRow> rows) {
        List<String> skus = rows.stream().map(DroppedRow::sku).distinct().toList();
        Map<String, List<Link>> products = tx.links().byLabels(customer, Kind.PRODUCTS, skus).stream()
                .filter(link -> link.standing() != Standing.GONE)
                .collect(groupingBy(Link::label));
        List<OptiplyId> ids = products.values().stream()
                .flatMap(List::stream)
                .map(Link::optiplyId)
                .filter(Objects::nonNull)
                .toList();
        List<DroppedPair> pairs = tx.droppedPairs().ofProducts(rows.get(0).file(), ids);
        Map<OptiplyId, Link> linked = tx.links()
                .byOptiplyIds(
                        customer,
                        Kind.SUPPLIER_PRODUCTS,
                        pairs.stream().map(DroppedPair::optiplyId).toList());
        List<RemoteId> productIds = products.values().stream()
                .flatMap(List::stream)
                .map(Link::remoteId)
                .toList();
        Map<RemoteId, Link> named = tx.links().ofParents(customer, Kind.SUPPLIER_PRODUCTS, productIds).stream()
                .collect(toMap(Link::remoteId, Function.identity()));
        List<String> unwanted = rows.stream()
                .filter(row -> !row.isWanted())
                .map(DroppedRow::sku)
                .distinct()
                .toList();
        Map<String, DroppedRow> wanted = tx.droppedRows().wanted(rows.get(0).file(), unwanted).stream()
                .collect(toMap(DroppedRow::sku, Function.identity(), (one, two) -> one));
        return new PreferenceFacts(
                suppliers, products, pairs.stream().collect(groupingBy(DroppedPair::productId)), wanted, linked, named);
    }

    /** The product of that code; null where {@link #against} says why there is none. */
    @Nullable
    Link product(DroppedRow row) {
        List<Link> inUse = inUse(row);
        return inUse.size() == 1 ? inUse.get(0) : null;
    }

    private List<Link> inUse(DroppedRow row) {
        return products.getOrDefault(row.sku(), List.of()).stream()
                .filter(link -> link.optiplyId() != null
                        && (link.standing() == Standing.SEND || link.standing() == Standing.PARK))
                .toList();
    }

    /** The supplier of that name; null where {@link #against} says why there is none. */
    SupplierNames.@Nullable Named supplier(DroppedRow row) {
        List<SupplierNames.Named> found = suppliers.find(row.supplier());
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The pair in Optiply; null where there is none. */
    @Nullable
    DroppedPair pair(Link product, SupplierNames.Named supplier) {
        return ofProduct(product).stream()
                .filter(pair -> pair.supplierId().equals(supplier.optiplyId()))
                .findFirst()
                .orElse(null);
    }

    /** The product's other pairs that are preferred. */
    List<DroppedPair> others(DroppedPair pair) {
        return pairs.getOrDefault(pair.productId(), List.of()).stream()
                .filter(other -> other.isPreferred() && !other.optiplyId().equals(pair.optiplyId()))
                .toList();
    }

    private List<DroppedPair> ofProduct(Link product) {
        return pairs.getOrDefault(Objects.requireNonNull(product.optiplyId()), List.of());
    }

    /** Whether Picqer names this supplier for the product, as it was last read. */
    boolean isPicqers(RemoteId pair) {
        Link link = named.get(pair);
        return link != null
                && !UsersPairs.isUsers(link)
                && (link.standing() == Standing.SEND
                        || link.standing() == Standing.PARK && !link.isParkedFor(ParkReason.HELD));
    }

    /** The name of a pair in the state: its link's; of one that has none, made of both ids. */
    RemoteId name(Link product, DroppedPair pair) {
        Link link = linked.get(pair.optiplyId());
        if (link != null) {
            return link.remoteId();
        }
        RemoteId supplier = suppliers.id(pair.supplierId());
        return new RemoteId(product.remoteId() + "_" + (supplier == null ? "optiply-" + pair.supplierId() : supplier));
    }

    /** The link of that name, which may be of a pair that Optiply no longer has; null: there is none. */
    @Nullable
    Link link(RemoteId pair) {
        return named.get(pair);
    }

    /** The supplier that Picqer names for the product, as it was last read, by remote id; empty: none. */
    String picqersSupplier(Link product) {
        String before = product.remoteId() + "_";
        return named.keySet().stream()
                .filter(pair -> pair.value().startsWith(before) && isPicqers(pair))
                .map(pair -> pair.value().substring(before.length()))
                .findFirst()
                .orElse("");
    }

    /** The first row that wants another supplier for the product of this one, which wants none; null: there is none. */
    @Nullable
    DroppedRow wanted(DroppedRow row) {
        return wanted.get(row.sku());
    }

    /** Why the row names no pair of a product and a supplier. */
    PreferenceRejection against(DroppedRow row) {
        Link product = product(row);
        if (product == null) {
            return againstProduct(row);
        }
        SupplierNames.Named supplier = supplier(row);
        if (supplier == null) {
            int found = suppliers.find(row.supplier()).size();
            return found == 0
                    ? new PreferenceRejection(PreferenceReason.UNKNOWN_SUPPLIER, row.supplier())
                    : new PreferenceRejection(PreferenceReason.AMBIGUOUS_SUPPLIER, Integer.toString(found));
        }
        return new PreferenceRejection(PreferenceReason.NO_SUCH_PAIR, suppliersOf(product));
    }

    private PreferenceRejection againstProduct(DroppedRow row) {
        List<Link> found = products.getOrDefault(row.sku(), List.of());
        if (found.isEmpty()) {
            return new PreferenceRejection(PreferenceReason.UNKNOWN_SKU, row.sku());
        }
        return inUse(row).size() > 1
                ? new PreferenceRejection(PreferenceReason.SEVERAL_PRODUCTS, row.sku())
                : new PreferenceRejection(PreferenceReason.PRODUCT_NOT_IN_OPTIPLY, whyNot(found.get(0)));
    }

    private static String whyNot(Link product) {
        String reason = product.reason();
        if (reason == null) {
            return "it is on its way";
        }
        return product.standing() == Standing.FILTER
                ? FilterReason.of(reason).explanation()
                : "it waits, for the reason `" + reason + "`";
    }

    private String suppliersOf(Link product) {
        List<String> names = ofProduct(product).stream()
                .map(pair -> suppliers.name(pair.supplierId()))
                .filter(Objects::nonNull)
                .distinct()
                .limit(NAMED_MAX)
                .toList();
        return names.isEmpty() ? "" : ", as " + names.stream().collect(joining(", ")) + " does";
    }
}
