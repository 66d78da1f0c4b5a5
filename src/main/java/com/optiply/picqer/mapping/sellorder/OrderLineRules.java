package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Rules;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.picqer.PicqerOrderLine;
import java.util.List;
import java.util.Optional;

/** Which lines of an order Optiply is told of (mapping.md, "Sell orders"). */
public final class OrderLineRules implements Rules<OrderLineReading> {

    /**
     * The decision about a line that is left out; it is deleted if it was sent before. What it was left out for is
     * remembered for a backfill: by itself no order is decided again for that.
     */
    @Override
    public Filter filtered(OrderLineReading reading, FilterReason reason) {
        Filter filter = new Filter(reading.subject(), reason, WhenSent.DELETED);
        return reading.reference().isReason(reason)
                ? filter.restingOn(List.of(Ground.onProduct(reading.line().idproduct())))
                : filter;
    }

    /** What counts elsewhere and what has no pieces waits for no product: so the product is asked for last. */
    @Override
    public Optional<FilterReason> reasonAgainst(OrderLineReading reading) {
        if (isPartOfWhatCounts(reading)) {
            return Optional.of(FilterReason.PART_OF_COMPOSITION);
        }
        if (isCountedByItsParts(reading)) {
            return Optional.of(FilterReason.COMPOSITION_PARENT);
        }
        if (reading.amount() <= 0) {
            return Optional.of(FilterReason.ZERO_AMOUNT);
        }
        return reading.reference().reasonAgainst();
    }

    private static boolean isPartOfWhatCounts(OrderLineReading reading) {
        OrderedProducts products = reading.reading().products();
        return reading.reading().order().wholesOf(reading.line()).stream()
                .map(PicqerOrderLine::idproduct)
                .anyMatch(products::isComposed);
    }

    /** Whether it has parts is told by lines that point to it; while nobody knows its product, its order waits. */
    private static boolean isCountedByItsParts(OrderLineReading reading) {
        PicqerOrder order = reading.reading().order();
        PicqerOrderLine line = reading.line();
        return order.hasParts(line)
                && !reading.reading().products().isComposed(line.idproduct())
                && !(reading.reference() instanceof Reference.Missing);
    }
}
