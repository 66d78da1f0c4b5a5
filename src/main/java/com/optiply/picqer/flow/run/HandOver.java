package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.run.Turns.Turn;
import com.optiply.picqer.sync.run.Flow;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;

/**
 * Takes a run over from its trigger: the flow goes on with an exchange of its own on the customer's thread, and the
 * trigger is done. Quartz has ten threads for all customers, and a long run must not keep one; nor is a failed run the
 * trigger's failure, because the run itself says how it ended.
 *
 * <p>It is also where a customer's own route takes the place of the shared flow, whoever asked for the flow: a
 * trigger, a command, or the end of another run.
 */
public final class HandOver implements Processor {
    private final CustomerThreads threads;
    private final Turns turns;
    private final RunListener listener;

    public HandOver(CustomerThreads threads, Turns turns, RunListener listener) {
        this.threads = threads;
        this.turns = turns;
        this.listener = listener;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        String customer = Variables.customer(exchange);
        CustomerName name = new CustomerName(customer);
        Route here = exchange.getUnitOfWork().getRoute();
        Optional<Flow> flow = flowOf(here.getRouteId(), customer);
        Route toRun = flow.flatMap(one -> OwnRoutes.inPlaceOf(one, name, exchange.getContext()))
                .orElse(here);
        if (threads.isOf(customer)) {
            if (!toRun.getRouteId().equals(here.getRouteId())) {
                toRun.getProcessor().process(exchange);
                exchange.setRouteStop(true);
            }
            return;
        }
        exchange.setRouteStop(true);
        if (flow.isEmpty()) {
            handOver(exchange, toRun, null);
            return;
        }
        turns.claim(name, flow.get())
                .ifPresentOrElse(turn -> handOver(exchange, toRun, turn), () -> listener.skipped(name, flow.get()));
    }

    /** A flow's route bears its name, a customer's own route in its place the customer's name before it. */
    private static Optional<Flow> flowOf(String route, String customer) {
        String own = customer + "-";
        return Flow.of(route.startsWith(own) ? route.substring(own.length()) : route);
    }

    /** @param turn claimed already, so that a later trigger is passed over while this one waits for a thread */
    private void handOver(Exchange trigger, Route flow, @Nullable Turn turn) {
        Map<String, Object> variables = Map.copyOf(trigger.getVariables());
        threads.runs(Variables.customer(trigger)).execute(() -> {
            try (turn) {
                tell(run(flow, variables, turn));
            }
        });
    }

    /** A route that begins with a timer cannot be sent to, but it can be walked like any other. */
    private static Exchange run(Route flow, Map<String, Object> variables, @Nullable Turn turn) {
        Exchange run = flow.getEndpoint().createExchange();
        variables.forEach(run::setVariable);
        if (turn != null) {
            Variables.turn(run, turn);
        }
        try {
            flow.getProcessor().process(run);
        } catch (Exception thrown) {
            run.setException(thrown);
        }
        return run;
    }

    /** A run that began says itself how it ended; what broke before it began would be said by nobody. */
    private void tell(Exchange run) {
        Throwable thrown = Problem.cause(run);
        boolean isStopped = thrown instanceof RunStoppedException;
        if (thrown != null && !isStopped && Variables.report(run) == null) {
            listener.notBegun(Variables.customer(run), thrown);
        }
    }
}
