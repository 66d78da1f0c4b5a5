package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.MONEY;
import static com.optiply.picqer.optiply.AttributeForm.WHOLE;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a line of a sell order that this integration owns (contract: Optiply 6.5), but for the order it
 * belongs to, which is known only when that order is in Optiply.
 *
 * @param quantity pieces
 * @param subtotalValue of the whole line ex VAT, two decimals
 * @param placed null unless this Optiply environment accepts it
 */
public record OptiplySellOrderLine(
        OptiplyId productId, long quantity, BigDecimal subtotalValue, @Nullable Instant placed) {
    public static final String SELL_ORDER_ID = "sellOrderId";
    public static final String PRODUCT_ID = "productId";
    public static final String QUANTITY = "quantity";
    public static final String SUBTOTAL_VALUE = "subtotalValue";
    public static final String PLACED = "placed";

    static final Shape SHAPE = new Shape()
            .with(WHOLE, PRODUCT_ID, QUANTITY)
            .with(MONEY, SUBTOTAL_VALUE)
            .with(WHOLE, SELL_ORDER_ID)
            .accepting(AttributeForm.MOMENT, PLACED);

    public Attributes attributes() {
        return Attributes.builder()
                .id(PRODUCT_ID, productId)
                .whole(QUANTITY, quantity)
                .decimal(SUBTOTAL_VALUE, subtotalValue)
                .moment(PLACED, placed)
                .build();
    }
}
