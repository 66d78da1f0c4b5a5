package com.optiply.picqer.mapping.buyorder;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which purchase orders belong in Optiply (mapping.md, "Buy orders"). A cancelled one does: it is completed there.
 *
 * <p>Where several rules keep an order out, the reason is the one that lasts longest: its warehouse and its day stay
 * as they are, a draft is ordered some day, and a supplier can be filled in.
 */
public final class PurchaseOrderRules implements Rules<PurchaseOrderReading> {

    @Override
    public Optional<FilterReason> reasonAgainst(PurchaseOrderReading reading) {
        PicqerPurchaseOrder order = reading.order();
        if (!order.idwarehouse().equals(reading.mainWarehouse())) {
            return Optional.of(FilterReason.OTHER_WAREHOUSE);
        }
        if (!reading.isInOptiply() && !reading.isOptiplysOwn() && isBeforeHistory(reading)) {
            return Optional.of(FilterReason.BEFORE_HISTORY);
        }
        if (!reading.isOptiplysOwn() && order.status() == PurchaseOrderStatus.CONCEPT) {
            return Optional.of(FilterReason.CONCEPT);
        }
        if (reading.supplierKey() == null) {
            return Optional.of(FilterReason.NO_SUPPLIER);
        }
        return Optional.empty();
    }

    /** This day says how far back to read at first; what is in Optiply is followed to its end, however old it is. */
    private static boolean isBeforeHistory(PurchaseOrderReading reading) {
        LocalDate from = reading.historyFrom();
        return from != null && reading.order().created().toLocalDate().isBefore(from);
    }

    /** What was sent before stays: none of these rules says that the goods are not coming. */
    @Override
    public Filter filtered(PurchaseOrderReading reading, FilterReason reason) {
        return new Filter(reading.subject(), reason, WhenSent.LEFT);
    }
}
