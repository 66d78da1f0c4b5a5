package com.optiply.picqer.flow.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one run hand to each other. One exchange variable holds all of it, because Camel copies every
 * variable for every record that a split takes out, and this one only by reference.
 */
public final class RunState {
    private static final String VARIABLE = "runState";

    private final Map<String, Object> values = new ConcurrentHashMap<>();

    private RunState() {}

    public static void begin(Exchange exchange) {
        exchange.setVariable(VARIABLE, new RunState());
    }

    public static void put(Exchange exchange, String name, Object value) {
        of(exchange).values.put(name, value);
    }

    /** What was put in under that name; null when nothing was, or when no run has begun. */
    public static <T> @Nullable T get(Exchange exchange, String name, Class<T> type) {
        RunState state = exchange.getVariable(VARIABLE, RunState.class);
        return state == null ? null : type.cast(state.values.get(name));
    }

    /** What an earlier step has put in: a route without that step is a mistake in the route. */
    public static <T> T required(Exchange exchange, String name, Class<T> type) {
        T value = get(exchange, name, type);
        if (value == null) {
            throw missing(exchange, name);
        }
        return value;
    }

    private static RunState of(Exchange exchange) {
        RunState state = exchange.getVariable(VARIABLE, RunState.class);
        if (state == null) {
            throw missing(exchange, "run");
        }
        return state;
    }

    private static IllegalStateException missing(Exchange exchange, String name) {
        return new IllegalStateException("a step is missing in the route " + exchange.getFromRouteId()
                + ": nothing has set `" + name + "` before it is needed");
    }
}
