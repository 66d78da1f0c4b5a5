package com.optiply.picqer.flow.read;

import com.optiply.picqer.flow.page.Decisions;
import com.optiply.picqer.flow.page.Draft;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Reading;
import java.util.ArrayList;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of one order into it again, each with what was decided about it. */
public final class OrderLineDecisions implements AggregationStrategy {
    private final Decisions decisions;

    public OrderLineDecisions(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Exchange aggregate(@Nullable Exchange gathered, Exchange one) {
        throw new UnsupportedOperationException("the lines of an order are gathered with their order only");
    }

    /** @param order the exchange whose body was taken apart */
    @Override
    public Exchange aggregate(@Nullable Exchange gathered, Exchange one, Exchange order) {
        Decision decision = decisions.part(one);
        if (gathered != null) {
            gathered.getMessage().getBody(Draft.class).lines().add(decision);
            return gathered;
        }
        Draft draft = new Draft((Reading) order.getMessage().getBody(), new ArrayList<>());
        draft.lines().add(decision);
        Problem.clear(one);
        one.getMessage().setBody(draft);
        return one;
    }
}
