package com.optiply.picqer.demo;

import static com.optiply.picqer.demo.ProductValues.ARTICLE_CODE;
import static com.optiply.picqer.demo.ProductValues.ASSEMBLED;
import static com.optiply.picqer.demo.ProductValues.EAN_CODE;
import static com.optiply.picqer.demo.ProductValues.NAME;
import static com.optiply.picqer.demo.ProductValues.PRICE;
import static com.optiply.picqer.demo.ProductValues.SKU_CODE;
import static com.optiply.picqer.demo.ProductValues.STATUS;
import static com.optiply.picqer.demo.ProductValues.STOCK_LEVEL;
import static com.optiply.picqer.demo.ProductValues.UNLIMITED_STOCK;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * mapping.md, "Products", read a second time: straight from the raw row, without a line of the engine's own reader,
 * rules or mapper, so that a mistake there does not hide here.
 */
final class ExpectedFates {
    static final String PRICE_BEYOND_LIMIT = "price_beyond_limit";

    private static final int TEXT_LENGTH_MAX = 255;
    private static final BigDecimal PRICE_MAX = new BigDecimal("9999999.99");
    private static final long STOCK_LEVEL_MAX = 9_999_999;

    private final long mainWarehouse;

    ExpectedFates(long mainWarehouse) {
        this.mainWarehouse = mainWarehouse;
    }

    Fate of(JsonNode row) {
        if (!ProductContract.isKept(row)) {
            return Fate.parked("unreadable");
        }
        if (!row.get("active").booleanValue()) {
            return Fate.filtered("inactive", STATUS, "disabled");
        }
        String type = row.path("type").asText();
        if (isTrue(row, "unlimitedstock") || type.equals("unlimited_stock")) {
            return Fate.filtered("unlimited_stock", UNLIMITED_STOCK, "true");
        }
        if (isAssembled(row, type) && !type.equals("composition_with_stock")) {
            return Fate.filtered("assembled", ASSEMBLED, "true");
        }
        if (!row.hasNonNull("stock")) {
            return Fate.parked("stock_missing");
        }
        return mapped(row, isAssembled(row, type));
    }

    private static boolean isAssembled(JsonNode row, String type) {
        return isTrue(row, "assembled") || type.equals("virtual_composition") || type.equals("composition_with_stock");
    }

    private Fate mapped(JsonNode row, boolean assembled) {
        List<String> adjustments = new ArrayList<>();
        SortedMap<String, String> values = new TreeMap<>();
        values.put(NAME, name(row, adjustments));
        putText(values, SKU_CODE, row.path("productcode"));
        putText(values, ARTICLE_CODE, row.path("productcode"));
        putText(values, EAN_CODE, row.path("barcode"));
        putPrice(values, row.path("price"), adjustments);
        values.put(UNLIMITED_STOCK, "false");
        values.put(ASSEMBLED, Boolean.toString(assembled));
        values.put(STOCK_LEVEL, Long.toString(freeStock(row)));
        values.put(STATUS, "enabled");
        return isRefusedByOptiply(values) ? Fate.parked("rejected") : Fate.sent(values, adjustments);
    }

    private static String name(JsonNode row, List<String> adjustments) {
        String given = row.path("name").isNull() ? "" : row.path("name").asText();
        String cleaned = given.replaceAll("[\r\n]", "").strip();
        if (!cleaned.equals(given)) {
            adjustments.add("name_cleaned");
        }
        if (cleaned.length() <= TEXT_LENGTH_MAX) {
            return cleaned;
        }
        adjustments.add("name_cut");
        boolean splitsCharacter = Character.isLowSurrogate(cleaned.charAt(TEXT_LENGTH_MAX));
        return cleaned.substring(0, splitsCharacter ? TEXT_LENGTH_MAX - 1 : TEXT_LENGTH_MAX)
                .strip();
    }

    private static void putText(SortedMap<String, String> values, String attribute, JsonNode field) {
        if (!field.isNull() && !field.asText().isEmpty()) {
            values.put(attribute, field.asText());
        }
    }

    private static void putPrice(SortedMap<String, String> values, JsonNode field, List<String> adjustments) {
        if (field.isMissingNode() || field.isNull()) {
            return;
        }
        BigDecimal given = new BigDecimal(field.asText());
        BigDecimal price = given.setScale(2, RoundingMode.HALF_UP);
        if (price.compareTo(PRICE_MAX) > 0) {
            adjustments.add(PRICE_BEYOND_LIMIT);
            return;
        }
        if (price.compareTo(given) != 0) {
            adjustments.add("price_rounded");
        }
        values.put(PRICE, ProductValues.money(price));
    }

    private long freeStock(JsonNode row) {
        long free = 0;
        for (JsonNode warehouse : row.get("stock")) {
            if (warehouse.path("idwarehouse").asLong() == mainWarehouse) {
                free += warehouse.path("freestock").asLong();
            }
        }
        return free;
    }

    /** The limits of the contract that a well-formed Picqer product can break (contract: Optiply 6.1). */
    private static boolean isRefusedByOptiply(SortedMap<String, String> values) {
        return values.getOrDefault(PRICE, "0").startsWith("-")
                || values.getOrDefault(EAN_CODE, "").length() > TEXT_LENGTH_MAX
                || values.getOrDefault(SKU_CODE, "").length() > TEXT_LENGTH_MAX
                || Long.parseLong(values.get(STOCK_LEVEL)) > STOCK_LEVEL_MAX;
    }

    private static boolean isTrue(JsonNode row, String field) {
        return row.path(field).asBoolean();
    }
}
