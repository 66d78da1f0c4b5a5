package com.optiply.picqer.flow;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.ProductReading;
import com.optiply.picqer.mapping.ProductRules;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Gathers one decision for each product of a page: what the mapper made of it, the rule that kept it out where the
 * filter did not let it through, or that it is parked because mapping it failed.
 */
public final class Decisions implements AggregationStrategy {
    private final ProductRules rules;

    public Decisions(ProductRules rules) {
        this.rules = rules;
    }

    @Override
    public Exchange aggregate(@org.jspecify.annotations.Nullable Exchange gathered, Exchange one) {
        Decision decision = decision(one);
        if (gathered != null) {
            list(gathered).add(decision);
            return gathered;
        }
        List<Decision> decisions = new ArrayList<>();
        decisions.add(decision);
        Problem.clear(one);
        one.getMessage().setBody(decisions);
        return one;
    }

    private Decision decision(Exchange one) {
        Object body = one.getMessage().getBody();
        if (body instanceof Decision decision) {
            return decision;
        }
        ProductReading reading = (ProductReading) body;
        Throwable failure = Problem.cause(one);
        return failure == null
                ? rules.filtered(reading)
                : Decision.Park.of(reading.subject(), ParkReason.MAPPING_FAILED, failure.toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Decision> list(Exchange gathered) {
        return gathered.getMessage().getBody(List.class);
    }
}
