package com.optiply.picqer.mapping;

import com.optiply.picqer.picqer.ProductId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sales prices of products, ex VAT, for lines of orders that have none of their own (mapping.md, "Buy orders").
 *
 * @param known of the products that have one
 * @param doubtful products of which nobody knows the price for the moment, because Optiply's answer to it was lost
 */
public record ProductPrices(Map<ProductId, BigDecimal> known, Set<ProductId> doubtful) {
    /** What is said of a product that a line waits for only because of its price. */
    static final String NOT_CONFIRMED = ", whose price Optiply has not confirmed";

    public ProductPrices {
        known = Map.copyOf(known);
        doubtful = Set.copyOf(doubtful);
    }

    /** Null where the product has none. */
    @Nullable
    BigDecimal of(ProductId product) {
        return known.get(product);
    }

    /** Whether a line waits for its product's price: it has none of its own, and neither is that one known. */
    boolean isAwaited(@Nullable BigDecimal own, ProductId product) {
        return own == null && doubtful.contains(product);
    }
}
