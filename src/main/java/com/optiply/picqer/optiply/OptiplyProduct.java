package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an Optiply product that this integration owns (contract: Optiply 6.1).
 *
 * @param price ex VAT, two decimals; null when the source has none
 * @param stockLevel pieces, negative when oversold
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
        Status status) {
    public static final String NAME = "name";
    public static final String SKU_CODE = "skuCode";
    public static final String ARTICLE_CODE = "articleCode";
    public static final String EAN_CODE = "eanCode";
    public static final String PRICE = "price";
    public static final String UNLIMITED_STOCK = "unlimitedStock";
    public static final String ASSEMBLED = "assembled";
    public static final String STOCK_LEVEL = "stockLevel";
    public static final String STATUS = "status";

    private static final int PRICE_DECIMALS = 2;

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
                .build();
    }

    /**
     * The attributes that we own as Optiply says it has them, in the form in which we send them: money comes as text
     * there, and an attribute that is null there counts as not given.
     */
    public static Attributes owned(JsonNode attributes) {
        return Attributes.builder()
                .text(NAME, text(attributes, NAME))
                .text(SKU_CODE, text(attributes, SKU_CODE))
                .text(ARTICLE_CODE, text(attributes, ARTICLE_CODE))
                .text(EAN_CODE, text(attributes, EAN_CODE))
                .decimal(PRICE, money(attributes, PRICE))
                .flag(UNLIMITED_STOCK, attributes.path(UNLIMITED_STOCK).asBoolean())
                .flag(ASSEMBLED, attributes.path(ASSEMBLED).asBoolean())
                .whole(STOCK_LEVEL, attributes.path(STOCK_LEVEL).asLong())
                .text(STATUS, text(attributes, STATUS))
                .build();
    }

    private static @Nullable String text(JsonNode attributes, String name) {
        JsonNode value = attributes.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static @Nullable BigDecimal money(JsonNode attributes, String name) {
        String text = text(attributes, name);
        return text == null ? null : new BigDecimal(text).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
    }
}
