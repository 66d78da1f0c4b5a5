package com.optiply.picqer.picqer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a purchase order as Picqer lists it, in Picqer's own words; only what a rule reads.
 *
 * @param price per piece ex VAT; zero is a price, null is none
 * @param amount pieces ordered
 */
public record PicqerPurchaseOrderLine(
        PurchaseOrderLineId idpurchaseorderProduct,
        ProductId idproduct,
        @Nullable String productcode,
        @Nullable BigDecimal price,
        long amount,
        @Nullable LocalDate deliveryDate) {}
