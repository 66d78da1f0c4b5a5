package com.optiply.picqer.picqer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as Picqer lists it, in Picqer's own words; only what a rule reads.
 *
 * @param type null in old answers, which then have the two booleans only
 * @param price sales price per piece ex VAT
 * @param stock null when the row had no such array: that is not the same as an empty one
 * @param updated when Picqer last changed it, in Picqer's own writing; null when it does not say, which then counts as
 *     changed
 */
public record PicqerProduct(
        ProductId idproduct,
        @Nullable String productcode,
        @Nullable String name,
        @Nullable BigDecimal price,
        @Nullable String barcode,
        @Nullable ProductType type,
        boolean unlimitedstock,
        boolean assembled,
        boolean active,
        @Nullable List<WarehouseStock> stock,
        @Nullable String updated,
        ProductPurchasing purchasing) {}
