package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.MOMENT;
import static com.optiply.picqer.optiply.AttributeForm.MONEY;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an Optiply sell order that this integration owns (contract: Optiply 6.4); its lines travel apart.
 *
 * @param completed null while it is open
 * @param status null unless this Optiply environment accepts it
 */
public record OptiplySellOrder(
        Instant placed, @Nullable Instant completed, BigDecimal totalValue, @Nullable String status) {
    public static final String PLACED = "placed";
    public static final String COMPLETED = "completed";
    public static final String TOTAL_VALUE = "totalValue";
    public static final String STATUS = "status";

    static final Shape SHAPE =
            new Shape().with(MOMENT, PLACED, COMPLETED).with(MONEY, TOTAL_VALUE).accepting(AttributeForm.TEXT, STATUS);

    public Attributes attributes() {
        return Attributes.builder()
                .moment(PLACED, placed)
                .moment(COMPLETED, completed)
                .decimal(TOTAL_VALUE, totalValue)
                .text(STATUS, status)
                .build();
    }
}
