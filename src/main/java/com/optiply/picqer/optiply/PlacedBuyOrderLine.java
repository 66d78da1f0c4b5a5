package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a buy order as Optiply lists it, as far as its way to Picqer depends on it (contract: Optiply 6.7).
 *
 * @param product null where it names none
 * @param quantity pieces; null where it is no whole number
 * @param subtotal of the whole line, ex VAT; null where it is no amount of money
 */
public record PlacedBuyOrderLine(
        OptiplyRecord record, @Nullable OptiplyId product, @Nullable Long quantity, @Nullable BigDecimal subtotal) {
    private static final Pattern MONEY = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

    public static PlacedBuyOrderLine read(OptiplyRecord record) {
        JsonNode attributes = record.attributes();
        JsonNode quantity = attributes.path(OptiplyBuyOrderLine.QUANTITY);
        String subtotal = attributes.path(OptiplyBuyOrderLine.SUBTOTAL_VALUE).asText();
        return new PlacedBuyOrderLine(
                record,
                PlacedBuyOrder.idOrNull(attributes.path(OptiplyBuyOrderLine.PRODUCT_ID)),
                quantity.isIntegralNumber() && quantity.canConvertToLong() ? quantity.longValue() : null,
                MONEY.matcher(subtotal).matches() ? new BigDecimal(subtotal) : null);
    }

    public OptiplyId id() {
        return record.id();
    }
}
