package com.optiply.picqer.flow;

import com.optiply.picqer.sync.Flow;
import com.optiply.picqer.sync.Run;
import com.optiply.picqer.sync.RunReport;
import com.optiply.picqer.sync.WarehouseChoice;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The exchange variables that a flow's steps hand to each other, by name and type. */
public final class Variables {
    /** The customer's name, set by the trigger. */
    public static final String CUSTOMER = "customer";
    /** The flow's name, set at the head of its route. */
    public static final String FLOW = "flow";

    private static final String RUN = "run";
    private static final String REPORT = "report";
    private static final String WAREHOUSES = "warehouses";

    private Variables() {}

    static String customer(Exchange exchange) {
        return required(exchange, CUSTOMER, String.class);
    }

    static Flow flow(Exchange exchange) {
        String name = required(exchange, FLOW, String.class);
        return Flow.of(name).orElseThrow(() -> new IllegalStateException("there is no flow `" + name + "`"));
    }

    static Run run(Exchange exchange) {
        return required(exchange, RUN, Run.class);
    }

    static void run(Exchange exchange, Run run) {
        exchange.setVariable(RUN, run);
    }

    /** How the run ended; null when it did not begin, or has not ended. */
    public static @Nullable RunReport report(Exchange exchange) {
        return exchange.getVariable(REPORT, RunReport.class);
    }

    static void report(Exchange exchange, RunReport report) {
        exchange.setVariable(REPORT, report);
    }

    static WarehouseChoice warehouses(Exchange exchange) {
        return required(exchange, WAREHOUSES, WarehouseChoice.class);
    }

    static void warehouses(Exchange exchange, WarehouseChoice warehouses) {
        exchange.setVariable(WAREHOUSES, warehouses);
    }

    /** A variable that an earlier step has set: a route without that step is a mistake in the route. */
    static <T> T required(Exchange exchange, String name, Class<T> type) {
        T value = exchange.getVariable(name, type);
        if (value == null) {
            throw new IllegalStateException("a step is missing in the route " + exchange.getFromRouteId()
                    + ": nothing has set the variable `" + name + "` before it is needed");
        }
        return value;
    }
}
