package com.optiply.picqer.flow.page;

import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Rules;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Gathers one decision for each reading of a page: what the mapper made of it, the rule that kept it out where the
 * filter did not let it through, or that it is parked because mapping it failed.
 */
public final class Decisions extends Gathering<Decision> {
    private final Map<Class<?>, Rules<?>> rules;

    /** @param rules by the type of reading that they are about */
    public Decisions(Map<Class<?>, Rules<?>> rules) {
        this.rules = Map.copyOf(rules);
    }

    @Override
    public Decision part(Exchange one) {
        Object body = one.getMessage().getBody();
        if (body instanceof Decision decision) {
            return decision;
        }
        Throwable failure = Problem.cause(one);
        if (failure != null) {
            Reading reading = body instanceof Draft draft ? draft.order() : reading(body);
            return Decision.Park.of(reading.subject(), ParkReason.MAPPING_FAILED, failure.toString());
        }
        Reading reading = reading(body);
        return rulesOf(reading).filtered(reading);
    }

    /** An order whose lines were gathered is a {@link Draft}: where its mapper has not failed, there is none. */
    private static Reading reading(@Nullable Object body) {
        if (body instanceof Reading reading) {
            return reading;
        }
        throw new IllegalStateException("the steps of the split made "
                + (body == null ? "nothing" : "a " + body.getClass().getSimpleName())
                + " of a record: a mapper has to come last in it");
    }

    @SuppressWarnings("unchecked")
    private Rules<Reading> rulesOf(Reading reading) {
        Rules<?> ofType = rules.get(reading.getClass());
        if (ofType == null) {
            throw new IllegalStateException(
                    "the route filters " + reading.getClass().getSimpleName() + "s, and nothing says by which rules");
        }
        return (Rules<Reading>) ofType;
    }
}
