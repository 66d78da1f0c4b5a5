package com.optiply.picqer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.Status;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.Store;
import java.util.List;

/** Whether a supplier is still in use in Optiply: then only a person may delete it (mapping.md, "Suppliers"). */
public final class SupplierUse {
    private final Store store;

    public SupplierUse(Store store) {
        this.store = store;
    }

    /** Whether open buy orders or enabled supplier products lean on it. */
    public boolean isLeanedOn(Run run, Subject supplier) {
        var customer = run.customer().name();
        return store.read(tx -> {
            Link link = tx.links()
                    .find(customer, Kind.SUPPLIERS, List.of(supplier.remoteId()))
                    .get(supplier.remoteId());
            OptiplyId id = link == null ? null : link.optiplyId();
            if (id == null) {
                return false;
            }
            Attributes wanted =
                    Attributes.builder().id(OptiplyBuyOrder.SUPPLIER_ID, id).build();
            return tx.links().with(customer, Kind.BUY_ORDERS, wanted).stream().anyMatch(SupplierUse::isOpen)
                    || tx.links().with(customer, Kind.SUPPLIER_PRODUCTS, wanted).stream()
                            .anyMatch(SupplierUse::isEnabled);
        });
    }

    /** Where nobody knows whether Optiply has it as completed, it may be open. */
    private static boolean isOpen(Link order) {
        JsonNode completed = LinkStates.acknowledged(order).get(OptiplyBuyOrder.COMPLETED);
        return completed == null || completed.isNull();
    }

    /** Where nobody knows how it stands in Optiply, it may be enabled. */
    private static boolean isEnabled(Link pair) {
        JsonNode status = LinkStates.acknowledged(pair).get(OptiplySupplierProduct.STATUS);
        return status != null && (status.isNull() || status.asText().equals(Status.ENABLED.code()));
    }
}
