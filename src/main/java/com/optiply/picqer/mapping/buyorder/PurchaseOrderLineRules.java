package com.optiply.picqer.mapping.buyorder;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.WhenSent;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of a purchase order belong in Optiply (mapping.md, "Buy orders", the row {@code productId}). A line of
 * nothing waits for no product, so its amount is looked at first. A line that was sent and is left out now is deleted.
 */
public final class PurchaseOrderLineRules implements Rules<PurchaseOrderLineReading> {

    @Override
    public Optional<FilterReason> reasonAgainst(PurchaseOrderLineReading reading) {
        if (reading.line().amount() <= 0) {
            return Optional.of(FilterReason.ZERO_AMOUNT);
        }
        return reading.product().reasonAgainst();
    }

    /** Left out for its product, it rests on that: one day the product may be in Optiply. */
    @Override
    public Filter filtered(PurchaseOrderLineReading reading, FilterReason reason) {
        Filter filter = new Filter(reading.subject(), reason, WhenSent.DELETED);
        return reading.product().isReason(reason)
                ? filter.restingOn(List.of(Ground.onProduct(reading.line().idproduct())))
                : filter;
    }
}
