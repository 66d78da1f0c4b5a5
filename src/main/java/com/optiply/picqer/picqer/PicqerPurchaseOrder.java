package com.optiply.picqer.picqer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order as Picqer lists it, in Picqer's own words; only what a rule reads.
 *
 * @param idsupplier null where a fulfilment customer ordered by name
 * @param supplierName filled when there is no {@code idsupplier}
 * @param purchaseorderid the number that people call it by
 * @param supplierOrderid a free reference, which people overwrite
 * @param created local, without a zone
 * @param updated local, without a zone; moves when anything of the order changes
 * @param lines in Picqer's order, perhaps none
 */
public record PicqerPurchaseOrder(
        PurchaseOrderId idpurchaseorder,
        @Nullable SupplierId idsupplier,
        @Nullable String supplierName,
        WarehouseId idwarehouse,
        @Nullable String purchaseorderid,
        @Nullable String supplierOrderid,
        PurchaseOrderStatus status,
        @Nullable String remarks,
        @Nullable LocalDate deliveryDate,
        LocalDateTime created,
        LocalDateTime updated,
        List<PicqerPurchaseOrderLine> lines) {

    /** Without the remarks, in which people write what they like, names of others too: this text may be logged. */
    @Override
    public String toString() {
        return "PicqerPurchaseOrder[" + idpurchaseorder + ", " + status + ", " + lines + "]";
    }
}
