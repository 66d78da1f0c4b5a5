package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.MOMENT;
import static com.optiply.picqer.optiply.AttributeForm.MONEY;
import static com.optiply.picqer.optiply.AttributeForm.WHOLE;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an Optiply buy order that this integration owns (contract: Optiply 6.6); its lines travel apart.
 *
 * @param completed null while it is open
 * @param totalValue ex VAT, two decimals
 */
public record OptiplyBuyOrder(
        OptiplyId supplierId,
        Instant placed,
        @Nullable Instant completed,
        @Nullable Instant expectedDeliveryDate,
        BigDecimal totalValue) {
    public static final String SUPPLIER_ID = "supplierId";
    public static final String PLACED = "placed";
    public static final String COMPLETED = "completed";
    public static final String EXPECTED_DELIVERY_DATE = "expectedDeliveryDate";
    public static final String TOTAL_VALUE = "totalValue";

    static final Shape SHAPE = new Shape()
            .with(WHOLE, SUPPLIER_ID)
            .with(MOMENT, PLACED, COMPLETED, EXPECTED_DELIVERY_DATE)
            .with(MONEY, TOTAL_VALUE);

    public Attributes attributes() {
        return Attributes.builder()
                .id(SUPPLIER_ID, supplierId)
                .moment(PLACED, placed)
                .moment(COMPLETED, completed)
                .moment(EXPECTED_DELIVERY_DATE, expectedDeliveryDate)
                .decimal(TOTAL_VALUE, totalValue)
                .build();
    }
}
