package com.optiply.picqer.mapping.delivery;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which lines of receipts belong in Optiply (mapping.md, "Item deliveries"). What the line itself says is looked at
 * before the order behind it, so that goods taken back wait for no order.
 */
public final class ReceiptLineRules implements Rules<ReceiptLineReading> {

    @Override
    public Optional<FilterReason> reasonAgainst(ReceiptLineReading reading) {
        PicqerReceiptLine line = reading.line();
        if (isOfAnotherWarehouse(reading)) {
            return Optional.of(FilterReason.OTHER_WAREHOUSE);
        }
        if (!reading.isFollowed() && isBeforeHistory(reading)) {
            return Optional.of(FilterReason.BEFORE_HISTORY);
        }
        if (line.isReverted()) {
            return Optional.of(FilterReason.REVERTED);
        }
        if (line.amount() <= 0) {
            return Optional.of(FilterReason.ZERO_AMOUNT);
        }
        if (reading.orderLine() == null && line.orderWithin(reading.receipt()) == null) {
            return Optional.of(FilterReason.NO_PURCHASE_ORDER);
        }
        return reading.buyOrderLine()
                .fold(
                        linked -> Optional.empty(),
                        Optional::of,
                        Optional::empty,
                        () -> Optional.of(FilterReason.NO_PURCHASE_ORDER));
    }

    private static boolean isBeforeHistory(ReceiptLineReading reading) {
        LocalDate from = reading.historyFrom();
        return from != null && reading.receipt().created().toLocalDate().isBefore(from);
    }

    /** A receipt without a warehouse counts as the main one's. */
    private static boolean isOfAnotherWarehouse(ReceiptLineReading reading) {
        WarehouseId warehouse = reading.receipt().idwarehouse();
        return warehouse != null && !warehouse.equals(reading.mainWarehouse());
    }

    /**
     * What is no delivery, or none of a line in Optiply, is deleted there. Goods in another warehouse did come, and how
     * far back to read says nothing of what was sent.
     */
    @Override
    public Filter filtered(ReceiptLineReading reading, FilterReason reason) {
        boolean isLeft = reason == FilterReason.BEFORE_HISTORY || isOfAnotherWarehouse(reading);
        WhenSent whenSent = isLeft ? WhenSent.LEFT : WhenSent.DELETED;
        return new Filter(reading.subject(), reason, whenSent).restingOn(reading.grounds(reason));
    }
}
