package com.optiply.picqer.flow.run;

import com.optiply.picqer.flow.run.Turns.Turn;
import com.optiply.picqer.sync.identity.WarehouseChoice;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** What triggers and flows say in exchange variables, and what every step of a run may ask for. */
public final class Variables {
    /** The customer's name, set by the trigger. */
    public static final String CUSTOMER = "customer";
    /** The flow's name, set at the head of its route. */
    public static final String FLOW = "flow";

    private static final String TURN = "turn";
    private static final String RUN = "run";
    private static final String REPORT = "report";
    private static final String WAREHOUSES = "warehouses";

    private Variables() {}

    public static String customer(Exchange exchange) {
        return said(exchange, CUSTOMER);
    }

    public static Flow flow(Exchange exchange) {
        String name = said(exchange, FLOW);
        return Flow.of(name).orElseThrow(() -> new IllegalStateException("there is no flow `" + name + "`"));
    }

    public static void turn(Exchange exchange, Turn turn) {
        exchange.setVariable(TURN, turn);
    }

    /** The turn that was claimed when the run was handed over; empty where it was not. */
    public static Optional<Turn> takeTurn(Exchange exchange) {
        return Optional.ofNullable((Turn) exchange.removeVariable(TURN));
    }

    public static Run run(Exchange exchange) {
        return RunState.required(exchange, RUN, Run.class);
    }

    public static void run(Exchange exchange, Run run) {
        RunState.put(exchange, RUN, run);
    }

    /** How the run ended; null when it did not begin, or has not ended. */
    public static @Nullable RunReport report(Exchange exchange) {
        return RunState.get(exchange, REPORT, RunReport.class);
    }

    public static void report(Exchange exchange, RunReport report) {
        RunState.put(exchange, REPORT, report);
    }

    public static WarehouseChoice warehouses(Exchange exchange) {
        return RunState.required(exchange, WAREHOUSES, WarehouseChoice.class);
    }

    public static void warehouses(Exchange exchange, WarehouseChoice warehouses) {
        RunState.put(exchange, WAREHOUSES, warehouses);
    }

    private static String said(Exchange exchange, String name) {
        String value = exchange.getVariable(name, String.class);
        if (value == null) {
            throw new IllegalStateException("the route " + exchange.getFromRouteId()
                    + " lacks a step `setVariable` with" + " the name `" + name + "`");
        }
        return value;
    }
}
