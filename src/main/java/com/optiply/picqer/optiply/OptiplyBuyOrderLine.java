package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.MOMENT;
import static com.optiply.picqer.optiply.AttributeForm.MONEY;
import static com.optiply.picqer.optiply.AttributeForm.WHOLE;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a line of a buy order that this integration owns (contract: Optiply 6.7), but for the order it
 * belongs to, which is known only when that order is in Optiply.
 *
 * @param quantity pieces
 * @param subtotalValue of the whole line ex VAT, two decimals
 */
public record OptiplyBuyOrderLine(
        OptiplyId productId, long quantity, BigDecimal subtotalValue, @Nullable Instant expectedDeliveryDate) {
    public static final String BUY_ORDER_ID = "buyOrderId";
    public static final String PRODUCT_ID = "productId";
    public static final String QUANTITY = "quantity";
    public static final String SUBTOTAL_VALUE = "subtotalValue";
    public static final String EXPECTED_DELIVERY_DATE = "expectedDeliveryDate";

    static final Shape SHAPE = new Shape()
            .with(WHOLE, PRODUCT_ID, QUANTITY)
            .with(MONEY, SUBTOTAL_VALUE)
            .with(MOMENT, EXPECTED_DELIVERY_DATE)
            .with(WHOLE, BUY_ORDER_ID);

    public Attributes attributes() {
        return Attributes.builder()
                .id(PRODUCT_ID, productId)
                .whole(QUANTITY, quantity)
                .decimal(SUBTOTAL_VALUE, subtotalValue)
                .moment(EXPECTED_DELIVERY_DATE, expectedDeliveryDate)
                .build();
    }
}
