package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields of Picqer's documents in the forms that the facts about its API allow, and as Optiply takes them. */
final class Fields {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final JsonNode NULL = JSON.nullNode();
    static final int TEXT_MAX = 255;

    private static final BigDecimal PRICE_MAX = new BigDecimal("9999999.99");

    private Fields() {}

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    static boolean isAbsentOrFlag(JsonNode node) {
        return isAbsent(node) || node.isBoolean();
    }

    static boolean isText(JsonNode node) {
        return isAbsent(node) || node.isTextual() || node.isNumber();
    }

    /** Prices come as numbers, whole or not, and here and there as text. */
    static boolean isMoney(JsonNode node) {
        return isAbsent(node) || node.isNumber() || node.asText().matches("-?\\d+(\\.\\d+)?");
    }

    static boolean isId(JsonNode node) {
        return node.isIntegralNumber();
    }

    static boolean isAbsentOrId(JsonNode node) {
        return isAbsent(node) || isId(node);
    }

    static boolean isOneOf(JsonNode node, Set<String> words) {
        return node.isTextual() && words.contains(node.asText());
    }

    /** Empty counts as missing. */
    static JsonNode text(JsonNode row, String field) {
        String text = row.hasNonNull(field) ? row.path(field).asText() : "";
        return text.isEmpty() ? NULL : JSON.textNode(text);
    }

    static @Nullable BigDecimal money(JsonNode row, String field) {
        return row.hasNonNull(field) ? new BigDecimal(row.path(field).asText()) : null;
    }

    /** Two decimals, and HALF_UP (mapping.md, "Products"). */
    static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    static JsonNode number(BigDecimal value) {
        return JSON.textNode(value.toPlainString());
    }

    /** What Optiply takes as a price, or nothing where it is beyond the limit and left out. */
    static @Nullable JsonNode price(@Nullable BigDecimal price) {
        if (price == null) {
            return NULL;
        }
        BigDecimal rounded = cents(price);
        return rounded.compareTo(PRICE_MAX) > 0 ? null : number(rounded);
    }

    static boolean isNegative(@Nullable BigDecimal price) {
        return price != null && cents(price).signum() < 0;
    }

    /** Without line breaks, trimmed, and cut to 255 without leaving half a character. */
    static String name(JsonNode row, String field) {
        String name = row.hasNonNull(field)
                ? row.path(field).asText().replaceAll("[\r\n]", "").strip()
                : "";
        if (name.length() <= TEXT_MAX) {
            return name;
        }
        int end = name.offsetByCodePoints(0, name.codePointCount(0, TEXT_MAX));
        return name.substring(0, end > TEXT_MAX ? end - Character.charCount(name.codePointBefore(end)) : end)
                .strip();
    }
}
