package com.optiply.picqer.mapping.product;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import java.math.BigDecimal;
import java.util.List;
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
    public ProductPrices {
        known = Map.copyOf(known);
        doubtful = Set.copyOf(doubtful);
    }

    /**
     * What a piece of the line costs: the line's own price, else its product's, where a 0 is a price too. Where neither
     * has one it is 0, and an adjustment says so.
     */
    public BigDecimal ofLine(@Nullable BigDecimal own, ProductId product, List<Adjustment> adjustments) {
        BigDecimal price = own == null ? known.get(product) : own;
        if (price == null) {
            adjustments.add(new Adjustment(Rule.PRICE_MISSING, "", "0"));
            return BigDecimal.ZERO;
        }
        return price;
    }

    /** Whether a line waits for its product's price: it has none of its own, and neither is that one known. */
    public boolean isAwaited(@Nullable BigDecimal own, ProductId product) {
        return own == null && doubtful.contains(product);
    }

    /**
     * The decision about a line that waits for its product, or for the price of it.
     *
     * @param productcode what a person calls the product; null where the line does not say
     * @param own the line's own price
     */
    public Park waiting(Subject line, ProductId product, @Nullable String productcode, @Nullable BigDecimal own) {
        String called = productcode == null ? "" : " (" + productcode + ")";
        String priced = isAwaited(own, product) ? ", whose price Optiply has not confirmed" : "";
        return new Park(
                line,
                ParkReason.WAITS_FOR_PRODUCT,
                "product " + product + called + priced,
                new Awaited(Kind.PRODUCTS, new RemoteId(product.toString())));
    }
}
