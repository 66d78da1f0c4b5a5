package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What mapping.md ("Products", "Composed products", "Adjustments") wants of one Picqer product. */
sealed interface Expected {
    /** Where the product goes: {@code in_optiply}, or the reason against it. */
    String verdict();

    /** What is wrong with the records that Optiply holds of it. */
    List<String> differences(List<JsonNode> held);

    /** Optiply holds it once, with these attributes; null stands for none. */
    record InOptiply(Map<String, JsonNode> attributes) implements Expected {
        @Override
        public String verdict() {
            return "in_optiply";
        }

        @Override
        public List<String> differences(List<JsonNode> held) {
            if (held.size() != 1) {
                return List.of("Optiply holds it " + held.size() + " times");
            }
            List<String> differences = new ArrayList<>();
            attributes.forEach((name, wanted) -> {
                JsonNode has = held.get(0).path(name);
                if (!wanted.asText().equals(has.asText()) || wanted.isNull() != has.isNull()) {
                    differences.add(name + " is " + has + ", not " + wanted);
                }
            });
            return differences;
        }
    }

    /** A rule keeps it out; had it been sent before, this attribute hides it. */
    record KeptOut(String verdict, String attribute, String value) implements Expected {
        @Override
        public List<String> differences(List<JsonNode> held) {
            return switch (held.size()) {
                case 0 -> List.of();
                case 1 -> held.get(0).path(attribute).asText().equals(value)
                        ? List.of()
                        : List.of("it is " + verdict + " and still shown");
                default -> List.of("Optiply holds it " + held.size() + " times");
            };
        }
    }

    /** It should go and cannot yet: what Optiply has of it from better days stays. */
    record Waits(String verdict) implements Expected {
        @Override
        public List<String> differences(List<JsonNode> held) {
            return held.size() > 1 ? List.of("Optiply holds it " + held.size() + " times") : List.of();
        }
    }

    BigDecimal PRICE_MAX = new BigDecimal("9999999.99");
    BigDecimal STOCK_MAX = new BigDecimal("9999999");
    int TEXT_MAX = 255;

    static Expected of(ObjectNode row, Set<Long> stockWarehouses) {
        if (!Readable.isReadable(row)) {
            return new Waits("unreadable");
        }
        if (!row.path("active").booleanValue()) {
            return new KeptOut("inactive", "status", "disabled");
        }
        String type = row.path("type").asText();
        if (row.path("unlimitedstock").asBoolean() || type.equals("unlimited_stock")) {
            return new KeptOut("unlimited_stock", "unlimitedStock", "true");
        }
        boolean isWithStock = type.equals("composition_with_stock");
        boolean isAssembled = row.path("assembled").asBoolean() || isWithStock || type.equals("virtual_composition");
        if (isAssembled && !isWithStock) {
            return new KeptOut("assembled", "assembled", "true");
        }
        return row.hasNonNull("stock") ? sent(row, isAssembled, stockWarehouses) : new Waits("stock_missing");
    }

    private static Expected sent(ObjectNode row, boolean isAssembled, Set<Long> stockWarehouses) {
        BigDecimal stock = stock(row, stockWarehouses);
        BigDecimal price = price(row);
        JsonNode code = text(row, "productcode");
        JsonNode barcode = text(row, "barcode");
        if (stock.compareTo(STOCK_MAX) > 0
                || price != null && price.signum() < 0
                || code.asText().length() > TEXT_MAX
                || barcode.asText().length() > TEXT_MAX) {
            return new Waits("rejected");
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        Map<String, JsonNode> attributes = new TreeMap<>(Map.of(
                "name", json.textNode(name(row)),
                "skuCode", code,
                "articleCode", code,
                "eanCode", barcode,
                "unlimitedStock", json.booleanNode(false),
                "assembled", json.booleanNode(isAssembled),
                "stockLevel", json.numberNode(stock.longValueExact()),
                "status", json.textNode("enabled")));
        if (price == null) {
            attributes.put("price", json.nullNode());
        } else if (price.compareTo(PRICE_MAX) <= 0) {
            attributes.put("price", json.textNode(price.toPlainString()));
        }
        return new InOptiply(attributes);
    }

    /** In a present array a warehouse without a row counts 0; the result may be negative. */
    private static BigDecimal stock(ObjectNode row, Set<Long> warehouses) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode place : row.path("stock")) {
            if (warehouses.contains(place.path("idwarehouse").asLong())) {
                sum = sum.add(place.path("freestock").decimalValue());
            }
        }
        return sum;
    }

    private static @Nullable BigDecimal price(ObjectNode row) {
        return row.hasNonNull("price")
                ? new BigDecimal(row.path("price").asText()).setScale(2, RoundingMode.HALF_UP)
                : null;
    }

    private static JsonNode text(ObjectNode row, String field) {
        String text = row.hasNonNull(field) ? row.path(field).asText() : "";
        return text.isEmpty() ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(text);
    }

    /** Without line breaks, trimmed, and cut to 255 without leaving half a character. */
    private static String name(ObjectNode row) {
        String name = row.hasNonNull("name")
                ? row.path("name").asText().replaceAll("[\r\n]", "").strip()
                : "";
        if (name.length() <= TEXT_MAX) {
            return name;
        }
        int end = name.offsetByCodePoints(0, name.codePointCount(0, TEXT_MAX));
        return name.substring(0, end > TEXT_MAX ? end - Character.charCount(name.codePointBefore(end)) : end)
                .strip();
    }
}
