package com.optiply.picqer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An Optiply product's attributes as text that can be compared, whatever form each side writes them in. */
final class ProductValues {
    static final String NAME = "name";
    static final String SKU_CODE = "skuCode";
    static final String ARTICLE_CODE = "articleCode";
    static final String EAN_CODE = "eanCode";
    static final String PRICE = "price";
    static final String UNLIMITED_STOCK = "unlimitedStock";
    static final String ASSEMBLED = "assembled";
    static final String STOCK_LEVEL = "stockLevel";
    static final String STATUS = "status";
    static final String NOTHING = "(nothing)";

    private static final List<String> SENT =
            List.of(NAME, SKU_CODE, ARTICLE_CODE, EAN_CODE, PRICE, UNLIMITED_STOCK, ASSEMBLED, STOCK_LEVEL, STATUS);

    private ProductValues() {}

    /** What a record holds: what is null or not there is left out. */
    static SortedMap<String, String> held(JsonNode attributes) {
        SortedMap<String, String> values = written(attributes);
        values.values().removeIf(NOTHING::equals);
        return values;
    }

    /** What a request or a change names: what is null there is being cleared. */
    static SortedMap<String, String> written(JsonNode attributes) {
        SortedMap<String, String> values = new TreeMap<>();
        SENT.stream().filter(attributes::has).forEach(name -> values.put(name, text(name, attributes.get(name))));
        return values;
    }

    /** The values that differ, as the later one has them. */
    static SortedMap<String, String> changes(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedMap<String, String> changes = new TreeMap<>();
        for (String name : SENT) {
            String value = after.getOrDefault(name, NOTHING);
            if (!value.equals(before.getOrDefault(name, NOTHING))) {
                changes.put(name, value);
            }
        }
        return changes;
    }

    /** Optiply gives money as text with two decimals, requests hold a number. */
    static String money(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }

    private static String text(String name, JsonNode value) {
        if (value.isNull()) {
            return NOTHING;
        }
        return name.equals(PRICE) ? money(new BigDecimal(value.asText())) : value.asText();
    }
}
