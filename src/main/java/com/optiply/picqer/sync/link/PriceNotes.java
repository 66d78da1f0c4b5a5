package com.optiply.picqer.sync.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.store.row.Link;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a product costs in Picqer where Optiply has another price: lines without a price of their own go by Picqer's
 * (mapping.md, "Buy orders"). Pure.
 */
public final class PriceNotes {
    private PriceNotes() {}

    /**
     * The adjustments of a product that is sent no more, if its price is to be noted; null: Optiply has the same.
     *
     * @param price in Picqer, as text; empty: it has none
     */
    public static @Nullable String ofUnsent(String price, Link link) {
        if (link.attributes() == null) {
            return null;
        }
        if (isOfOwnStep(link)) {
            return link.adjustments();
        }
        JsonNode held = LinkStates.acknowledged(link).get(OptiplyProduct.PRICE);
        if (isSame(price, held)) {
            return null;
        }
        String sent = held == null || held.isNull() ? "" : held.decimalValue().toPlainString();
        return AdjustmentsText.json(List.of(new Adjustment(Rule.PRICE_NOT_SENT, price, sent)));
    }

    private static boolean isSame(String price, @Nullable JsonNode held) {
        if (price.isEmpty() || held == null || held.isNull()) {
            return price.isEmpty() && held == null;
        }
        return new BigDecimal(price).compareTo(held.decimalValue()) == 0;
    }

    /** A price that the customer's own route made is what lines go by, whatever Picqer says. */
    private static boolean isOfOwnStep(Link link) {
        return AdjustmentsText.parse(link.adjustments()).stream()
                .anyMatch(one -> one.rule() == Rule.OWN_STEP
                        && Attributes.parse(one.sent()).has(OptiplyProduct.PRICE));
    }

    /** The price in Picqer, as text; none where Optiply has the same. */
    public static Optional<String> found(Link link, @Nullable JsonNode held) {
        return AdjustmentsText.parse(link.adjustments()).stream()
                .filter(one -> isOfPrice(one, held))
                .map(Adjustment::found)
                .findFirst();
    }

    /** What was rounded counts only where Optiply has said yes to it. */
    private static boolean isOfPrice(Adjustment one, @Nullable JsonNode held) {
        return switch (one.rule()) {
            case PRICE_NOT_SENT, PRICE_BEYOND_LIMIT -> true;
            case PRICE_ROUNDED -> held != null
                    && held.isNumber()
                    && one.sent().equals(held.decimalValue().toPlainString());
            default -> false;
        };
    }
}
