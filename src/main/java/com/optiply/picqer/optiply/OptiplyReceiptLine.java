package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.MOMENT;
import static com.optiply.picqer.optiply.AttributeForm.WHOLE;

import java.time.Instant;

/**
 * The attributes of an item delivery that this integration owns (contract: Optiply 6.8).
 *
 * @param quantity pieces
 */
public record OptiplyReceiptLine(OptiplyId buyOrderLineId, Instant occurred, long quantity) {
    public static final String BUY_ORDER_LINE_ID = "buyOrderLineId";
    public static final String OCCURRED = "occurred";
    public static final String QUANTITY = "quantity";

    static final Shape SHAPE =
            new Shape().with(WHOLE, BUY_ORDER_LINE_ID).with(MOMENT, OCCURRED).with(WHOLE, QUANTITY);

    public Attributes attributes() {
        return Attributes.builder()
                .id(BUY_ORDER_LINE_ID, buyOrderLineId)
                .moment(OCCURRED, occurred)
                .whole(QUANTITY, quantity)
                .build();
    }
}
