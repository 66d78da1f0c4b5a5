package com.optiply.picqer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which rows keep what Picqer's contract says about a product's fields (contract: Picqer 2.3 and 4.1), as far as a
 * field is read. Whatever breaks it is nothing to guess about: such a row is parked.
 */
final class ProductContract {
    private static final Set<String> TYPES =
            Set.of("normal", "unlimited_stock", "virtual_composition", "composition_with_stock");
    private static final Pattern AMOUNT = Pattern.compile("\\s*[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?\\s*");

    private ProductContract() {}

    static boolean isKept(JsonNode row) {
        return isPositiveId(row.path("idproduct"))
                && row.path("active").isBoolean()
                && isFlag(row.path("unlimitedstock"))
                && isFlag(row.path("assembled"))
                && isType(row.path("type"))
                && isText(row.path("productcode"))
                && isText(row.path("name"))
                && isText(row.path("barcode"))
                && isAmount(row.path("price"))
                && isStock(row.path("stock"));
    }

    private static boolean isPositiveId(JsonNode id) {
        return id.isIntegralNumber() && id.asLong() > 0;
    }

    /** Old answers leave the flags out. */
    private static boolean isFlag(JsonNode flag) {
        return isNotGiven(flag) || flag.isBoolean();
    }

    private static boolean isType(JsonNode type) {
        return isNotGiven(type) || TYPES.contains(type.asText());
    }

    private static boolean isText(JsonNode text) {
        return isNotGiven(text) || text.isTextual() || text.isNumber();
    }

    private static boolean isAmount(JsonNode amount) {
        return isNotGiven(amount)
                || amount.isNumber()
                || amount.isTextual() && AMOUNT.matcher(amount.asText()).matches();
    }

    private static boolean isStock(JsonNode stock) {
        if (isNotGiven(stock)) {
            return true;
        }
        if (!stock.isArray()) {
            return false;
        }
        for (JsonNode warehouse : stock) {
            if (!isPositiveId(warehouse.path("idwarehouse")) || !isWhole(warehouse.path("freestock"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(JsonNode number) {
        return number.isNumber()
                && number.decimalValue().remainder(BigDecimal.ONE).signum() == 0;
    }

    private static boolean isNotGiven(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }
}
