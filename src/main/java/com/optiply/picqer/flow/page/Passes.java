package com.optiply.picqer.flow.page;

import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Rules;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/**
 * Rules as a filter: whether nothing speaks against a record. A predicate of its own, because Camel copies the whole
 * exchange to call a bean's method as one, and this is asked for every record.
 */
public final class Passes<R extends Reading> implements Predicate {
    private final Rules<R> rules;
    private final Class<R> type;

    public Passes(Rules<R> rules, Class<R> type) {
        this.rules = rules;
        this.type = type;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return rules.reasonAgainst(type.cast(exchange.getMessage().getBody())).isEmpty();
    }
}
