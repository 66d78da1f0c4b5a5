package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.picqer.PicqerOrderLine;
import java.util.List;

/** A line of an order as it was read, with all that its order was read with. */
public record OrderLineReading(OrderReading reading, PicqerOrderLine line) implements Reading {

    /** Called by the sku of its product. {@link SellOrderMapper} merges the lines of one product under one id. */
    @Override
    public Subject subject() {
        String remoteId = String.join(
                "_",
                reading.remoteId().value(),
                product(),
                line.idorderProduct().toString());
        return Subject.within(reading.remoteId(), remoteId, label());
    }

    /** As Optiply knows the line: by its product, which stands in an order once (mapping.md, "Sell orders"). */
    Subject subjectInOptiply() {
        return Subject.within(reading.remoteId(), reading.remoteId() + "_" + product(), label());
    }

    /** The pieces that count: fewer than no cancelled ones do not make more of them than were ordered. */
    long amount() {
        return reading.choices().subtractCancelled()
                ? Math.subtractExact(line.amount(), Math.max(0, line.amountCancelled()))
                : line.amount();
    }

    /** Where that number of cancelled pieces is none, and would have counted. */
    List<Adjustment> adjustments() {
        return reading.choices().subtractCancelled() && line.amountCancelled() < 0
                ? List.of(new Adjustment(Rule.CANCELLED_BELOW_ZERO, Long.toString(line.amountCancelled()), "0"))
                : List.of();
    }

    Reference reference() {
        return reading.products().reference(line.idproduct());
    }

    private String product() {
        return line.idproduct().toString();
    }

    private String label() {
        String sku = line.productcode();
        return sku == null ? product() : sku;
    }
}
