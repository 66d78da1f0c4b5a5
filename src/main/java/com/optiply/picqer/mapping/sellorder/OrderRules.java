package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.PicqerOrder;
import java.time.LocalDate;
import java.util.Optional;

/** Which orders belong in Optiply, whatever their lines (mapping.md, "Sell orders"). */
public final class OrderRules implements Rules<OrderReading> {

    /**
     * The decision about an order that is kept out. One that was sent before it came under the rule is deleted, so that
     * Optiply holds what it would hold had the order always been so.
     */
    @Override
    public Filter filtered(OrderReading reading, FilterReason reason) {
        if (reason == FilterReason.BEFORE_HISTORY) {
            return new Filter(reading.subject(), reason, WhenSent.LEFT); // it never was sent, and never comes to count
        }
        return new Filter(reading.subject(), reason, WhenSent.DELETED).restingOn(reading.groundsWhenKeptOut());
    }

    @Override
    public Optional<FilterReason> reasonAgainst(OrderReading reading) {
        PicqerOrder order = reading.order();
        OrderChoices choices = reading.choices();
        if (order.status() == OrderStatus.CONCEPT) {
            return Optional.of(FilterReason.CONCEPT);
        }
        if (order.status() == OrderStatus.CANCELLED) {
            return Optional.of(FilterReason.CANCELLED);
        }
        if (!choices.counting().contains(order.status())) {
            return Optional.of(FilterReason.STATUS);
        }
        if (!order.warehouses().isEmpty() && !order.warehouses().contains(choices.main())) {
            return Optional.of(FilterReason.OTHER_WAREHOUSE);
        }
        return !reading.isInOptiply() && isBeforeHistory(choices, order)
                ? Optional.of(FilterReason.BEFORE_HISTORY)
                : Optional.empty();
    }

    /** This day says how far back to read at first; what is in Optiply is followed to its end, however old it is. */
    private static boolean isBeforeHistory(OrderChoices choices, PicqerOrder order) {
        LocalDate from = choices.historyFrom();
        return from != null && order.created().toLocalDate().isBefore(from);
    }
}
