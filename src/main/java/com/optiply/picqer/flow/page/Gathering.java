package com.optiply.picqer.flow.page;

import com.optiply.picqer.flow.run.Problem;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Gathers what the parts of a split came to, failures too, into one list, which is the body after it. */
public abstract class Gathering<T> implements AggregationStrategy {

    /** What one part came to. */
    public abstract T part(Exchange one);

    @Override
    public final Exchange aggregate(@Nullable Exchange gathered, Exchange one) {
        T part = part(one);
        if (gathered != null) {
            Gathering.<T>parts(gathered).add(part);
            return gathered;
        }
        List<T> parts = new ArrayList<>();
        parts.add(part);
        Problem.clear(one);
        one.getMessage().setBody(parts);
        return one;
    }

    @SuppressWarnings("unchecked")
    public static <T> List<T> parts(Exchange gathered) {
        return gathered.getMessage().getBody(List.class);
    }

    /** @throws IllegalStateException unless as many came out of the split as went into it */
    public static void requireAll(String what, int into, int outOf) {
        if (into != outOf) {
            throw new IllegalStateException(
                    "the route lost " + what + ": " + into + " went into the split, " + outOf + " came out");
        }
    }
}
