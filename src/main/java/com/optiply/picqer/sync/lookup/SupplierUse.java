package com.optiply.picqer.sync.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.Status;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a supplier is still in use in Optiply: then only a person may delete it (mapping.md, "Suppliers"). What was
 * sent may say so; of orders and pairs that Optiply's users made, or that are parked, only Optiply itself knows.
 */
public final class SupplierUse {
    /** What leans on a supplier. */
    public static final List<Kind> LEANING = List.of(Kind.BUY_ORDERS, Kind.SUPPLIER_PRODUCTS);

    private final Store store;

    public SupplierUse(Store store) {
        this.store = store;
    }

    /** Whether open buy orders or enabled supplier products that we sent lean on it. */
    public boolean isLeanedOn(Run run, OptiplyId supplier) {
        var customer = run.customer().name();
        Attributes wanted =
                Attributes.builder().id(OptiplyBuyOrder.SUPPLIER_ID, supplier).build();
        return store.read(tx -> tx.links().with(customer, Kind.BUY_ORDERS, wanted).stream()
                        .map(LinkStates::acknowledged)
                        .anyMatch(order -> isOpen(order.get(OptiplyBuyOrder.COMPLETED)))
                || tx.links().with(customer, Kind.SUPPLIER_PRODUCTS, wanted).stream()
                        .map(LinkStates::acknowledged)
                        .anyMatch(pair -> pair.has(OptiplySupplierProduct.STATUS)
                                && isEnabled(pair.get(OptiplySupplierProduct.STATUS))));
    }

    /** Whether a record of one of the kinds that lean on suppliers, as Optiply lists it, leans on this one. */
    public static boolean isLeaning(Kind kind, OptiplyRecord record, OptiplyId supplier) {
        JsonNode named = record.attributes().path(OptiplyBuyOrder.SUPPLIER_ID);
        if (!named.isMissingNode() && named.asLong() != supplier.value()) {
            return false;
        }
        return kind == Kind.BUY_ORDERS
                ? isOpen(record.attributes().get(OptiplyBuyOrder.COMPLETED))
                : isEnabled(record.attributes().get(OptiplySupplierProduct.STATUS));
    }

    /** Where nobody knows whether Optiply has it as completed, it may be open. */
    private static boolean isOpen(@Nullable JsonNode completed) {
        return completed == null || completed.isNull();
    }

    /** Where nobody knows how it stands in Optiply, it may be enabled. */
    private static boolean isEnabled(@Nullable JsonNode status) {
        return status == null || !status.asText().equalsIgnoreCase(Status.DISABLED.code());
    }
}
