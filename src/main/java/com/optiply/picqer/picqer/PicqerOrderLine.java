package com.optiply.picqer.picqer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order, in Picqer's own words; only what a rule reads.
 *
 * @param price per piece ex VAT
 * @param amount pieces ordered, those that were cancelled since included
 * @param partof the line of the composed product that this one is a part of; null for most
 */
public record PicqerOrderLine(
        OrderLineId idorderProduct,
        ProductId idproduct,
        @Nullable String productcode,
        @Nullable BigDecimal price,
        long amount,
        long amountCancelled,
        @Nullable OrderLineId partof) {}
