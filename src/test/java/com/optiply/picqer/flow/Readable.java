package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Whether a row says what it has to say in the form that the facts about Picqer's API allow. Anything else is parked:
 * nothing is guessed, because a guess would be an invented value in Optiply.
 */
final class Readable {
    private static final Set<String> TYPES =
            Set.of("normal", "unlimited_stock", "virtual_composition", "composition_with_stock");

    private Readable() {}

    static boolean isReadable(ObjectNode row) {
        return row.path("idproduct").isIntegralNumber()
                && row.path("active").isBoolean()
                && isType(row.path("type"))
                && isAbsentOrFlag(row.path("unlimitedstock"))
                && isAbsentOrFlag(row.path("assembled"))
                && isMoney(row.path("price"))
                && List.of("name", "productcode", "barcode").stream().allMatch(field -> isText(row.path(field)))
                && isStock(row.path("stock"));
    }

    private static boolean isType(JsonNode type) {
        return isAbsent(type) || TYPES.contains(type.asText());
    }

    private static boolean isAbsentOrFlag(JsonNode flag) {
        return isAbsent(flag) || flag.isBoolean();
    }

    /** Picqer's prices come as numbers, whole or not, and here and there as text. */
    private static boolean isMoney(JsonNode price) {
        return isAbsent(price) || price.isNumber() || price.asText().matches("-?\\d+(\\.\\d+)?");
    }

    private static boolean isText(JsonNode text) {
        return isAbsent(text) || text.isTextual() || text.isNumber();
    }

    private static boolean isStock(JsonNode stock) {
        if (isAbsent(stock)) {
            return true;
        }
        boolean isReadable = stock.isArray();
        for (JsonNode place : stock) {
            JsonNode free = place.path("freestock");
            boolean isWhole =
                    free.isNumber() && free.decimalValue().stripTrailingZeros().scale() <= 0;
            isReadable = isReadable && isWhole && place.path("idwarehouse").isIntegralNumber();
        }
        return isReadable;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
