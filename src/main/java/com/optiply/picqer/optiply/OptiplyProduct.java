package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.FLAG;
import static com.optiply.picqer.optiply.AttributeForm.MONEY;
import static com.optiply.picqer.optiply.AttributeForm.TEXT;
import static com.optiply.picqer.optiply.AttributeForm.WHOLE;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an Optiply product that this integration owns (contract: Optiply 6.1).
 *
 * @param price ex VAT, two decimals; null when the source has none
 * @param stockLevel pieces, negative when oversold
 * @param purchaseInQuantitiesOf pieces, at least 1; null when the source has none, and unless this Optiply environment
 *     accepts it here
 * @param minimumPurchaseQuantity likewise
 */
public record OptiplyProduct(
        String name,
        @Nullable String skuCode,
        @Nullable String articleCode,
        @Nullable String eanCode,
        @Nullable BigDecimal price,
        boolean unlimitedStock,
        boolean assembled,
        long stockLevel,
        Status status,
        @Nullable Long purchaseInQuantitiesOf,
        @Nullable Long minimumPurchaseQuantity) {
    public static final String NAME = "name";
    public static final String SKU_CODE = "skuCode";
    public static final String ARTICLE_CODE = "articleCode";
    public static final String EAN_CODE = "eanCode";
    public static final String PRICE = "price";
    public static final String UNLIMITED_STOCK = "unlimitedStock";
    public static final String ASSEMBLED = "assembled";
    public static final String STOCK_LEVEL = "stockLevel";
    public static final String STATUS = "status";
    public static final String PURCHASE_IN_QUANTITIES_OF = "purchaseInQuantitiesOf";
    public static final String MINIMUM_PURCHASE_QUANTITY = "minimumPurchaseQuantity";

    static final Shape SHAPE = new Shape()
            .with(TEXT, NAME, SKU_CODE, ARTICLE_CODE, EAN_CODE)
            .with(MONEY, PRICE)
            .with(FLAG, UNLIMITED_STOCK, ASSEMBLED)
            .with(WHOLE, STOCK_LEVEL)
            .with(AttributeForm.STATUS, STATUS)
            .accepting(WHOLE, PURCHASE_IN_QUANTITIES_OF, MINIMUM_PURCHASE_QUANTITY);

    public Attributes attributes() {
        return Attributes.builder()
                .text(NAME, name)
                .text(SKU_CODE, skuCode)
                .text(ARTICLE_CODE, articleCode)
                .text(EAN_CODE, eanCode)
                .decimal(PRICE, price)
                .flag(UNLIMITED_STOCK, unlimitedStock)
                .flag(ASSEMBLED, assembled)
                .whole(STOCK_LEVEL, stockLevel)
                .text(STATUS, status.code())
                .whole(PURCHASE_IN_QUANTITIES_OF, purchaseInQuantitiesOf)
                .whole(MINIMUM_PURCHASE_QUANTITY, minimumPurchaseQuantity)
                .build();
    }
}
