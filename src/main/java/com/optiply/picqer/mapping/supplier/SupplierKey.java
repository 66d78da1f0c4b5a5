package com.optiply.picqer.mapping.supplier;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.SupplierId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a supplier is named to Optiply (mapping.md, "Suppliers"). */
public final class SupplierKey {
    private static final String BY_NAME = "name:";

    private SupplierKey() {}

    /** The supplier of an order: by its id, else by its name; empty when the order names none. */
    public static Optional<RemoteId> of(PicqerPurchaseOrder order) {
        return ofId(order).or(() -> ofName(order.supplierName()));
    }

    /** The other way round, where nobody can read the supplier of that id. */
    public static Optional<RemoteId> byNameFirst(PicqerPurchaseOrder order) {
        return ofName(order.supplierName()).or(() -> ofId(order));
    }

    /** The supplier whose id the order says. */
    public static Optional<RemoteId> ofId(PicqerPurchaseOrder order) {
        return Optional.ofNullable(order.idsupplier()).map(SupplierId::toString).map(RemoteId::new);
    }

    /** The supplier that is known by its name only: trimmed and case-folded. Empty when nothing is left of it. */
    public static Optional<RemoteId> ofName(@Nullable String name) {
        return NamedSupplier.of(name).map(NamedSupplier::remoteId);
    }

    static RemoteId byName(String name) {
        return new RemoteId(BY_NAME + folded(name));
    }

    /** Whether it is the key of a supplier that is known by its name only. */
    public static boolean isByName(RemoteId key) {
        return key.value().startsWith(BY_NAME);
    }

    /**
     * The way back: what a Picqer order names its supplier by.
     *
     * @param id null where the supplier is known by its name only
     */
    public record Named(@Nullable SupplierId id, String name) {}

    public static Named named(RemoteId key, String name) {
        return new Named(isByName(key) ? null : new SupplierId(Long.parseLong(key.value())), name);
    }

    /** By way of capitals, so that every spelling of a letter ends as the same one: an ß as ss. */
    static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
