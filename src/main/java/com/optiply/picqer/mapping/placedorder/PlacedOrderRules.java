package com.optiply.picqer.mapping.placedorder;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.WhenSent;
import java.util.Optional;

/** Which of Optiply's open buy orders are candidates for Picqer (mapping.md, "Writing out purchase orders"). */
public final class PlacedOrderRules implements Rules<PlacedOrderReading> {

    @Override
    public Optional<FilterReason> reasonAgainst(PlacedOrderReading reading) {
        if (!reading.order().isMadeInOptiply() || reading.order().remoteId() != null) {
            return Optional.of(FilterReason.MADE_BY_INTEGRATION);
        }
        if (reading.order().isCompleted()) {
            return Optional.of(FilterReason.NOT_OPEN);
        }
        if (reading.order().isAssembly()) {
            return Optional.of(FilterReason.ASSEMBLY);
        }
        return reading.order().placed() == null ? Optional.of(FilterReason.NOT_PLACED) : Optional.empty();
    }

    /** What is in Picqer already stays there: this program never takes an order back. */
    @Override
    public Filter filtered(PlacedOrderReading reading, FilterReason reason) {
        return new Filter(reading.subject(), reason, WhenSent.LEFT);
    }
}
