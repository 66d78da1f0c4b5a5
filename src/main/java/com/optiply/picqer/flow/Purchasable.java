package com.optiply.picqer.flow;

import com.optiply.picqer.mapping.ProductReading;
import com.optiply.picqer.mapping.ProductRules;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/**
 * The rule {@link ProductRules#isPurchasable} as a filter. A predicate of its own, because Camel copies the whole
 * exchange to call a bean's method as one, and this is asked for every record.
 */
public final class Purchasable implements Predicate {
    private final ProductRules rules;

    public Purchasable(ProductRules rules) {
        this.rules = rules;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return rules.isPurchasable((ProductReading) exchange.getMessage().getBody());
    }
}
