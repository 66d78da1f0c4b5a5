package com.optiply.picqer.mapping.placedorder;

import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An Optiply buy order that is in Picqer not yet, as far as this program knows, with all that decides whether it goes.
 *
 * @param warehouse that it is ordered for: the main one
 * @param zone in which a moment of delivery is a day
 * @param supplier the Picqer supplier that its supplier is linked to, by id or by name; null where there is none
 * @param awaitsApproval whether it is older than the export, so that an earlier integration may have placed it
 */
public record PlacedOrderReading(
        PlacedBuyOrder order,
        WarehouseId warehouse,
        ZoneId zone,
        @Nullable LinkedSupplier supplier,
        boolean awaitsApproval)
        implements Reading {

    /**
     * @param key as {@link SupplierKey} has it
     * @param name as Optiply was told it
     */
    public record LinkedSupplier(RemoteId key, String name) {}

    /** Called by the mark that it will bear. */
    @Override
    public Subject subject() {
        return Subject.of(order.id().toString(), ExportMarkers.marker(order.id()));
    }
}
