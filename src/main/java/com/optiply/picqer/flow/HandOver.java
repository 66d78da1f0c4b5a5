package com.optiply.picqer.flow;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.Turns.Turn;
import com.optiply.picqer.sync.Flow;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;

/**
 * Takes a run over from its trigger: the flow goes on with an exchange of its own on the customer's thread, and the
 * trigger is done. Quartz has ten threads for all customers, and a long run must not keep one; nor is a failed run the
 * trigger's failure, because the run itself says how it ended.
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
    public void process(Exchange exchange) {
        String customer = Variables.customer(exchange);
        if (threads.isOf(customer)) {
            return;
        }
        exchange.setRouteStop(true);
        Route route = exchange.getUnitOfWork().getRoute();
        Optional<Flow> flow = flowOf(route.getRouteId(), customer);
        if (flow.isEmpty()) {
            handOver(exchange, route.getEndpoint(), null);
            return;
        }
        CustomerName name = new CustomerName(customer);
        turns.claim(name, flow.get())
                .ifPresentOrElse(
                        turn -> handOver(exchange, route.getEndpoint(), turn),
                        () -> listener.skipped(name, flow.get()));
    }

    /** A flow's route bears its name, a customer's own route in its place the customer's name before it. */
    private static Optional<Flow> flowOf(String route, String customer) {
        String own = customer + "-";
        return Flow.of(route.startsWith(own) ? route.substring(own.length()) : route);
    }

    /** @param turn claimed already, so that a later trigger is passed over while this one waits for a thread */
    private void handOver(Exchange trigger, Endpoint flow, @Nullable Turn turn) {
        Map<String, Object> variables = Map.copyOf(trigger.getVariables());
        ProducerTemplate producer = trigger.getContext().createProducerTemplate();
        threads.runs(Variables.customer(trigger)).execute(() -> {
            try (turn) {
                tell(producer.send(flow, run -> prepare(run, variables, turn)));
            }
        });
    }

    private static void prepare(Exchange run, Map<String, Object> variables, @Nullable Turn turn) {
        variables.forEach(run::setVariable);
        if (turn != null) {
            Variables.turn(run, turn);
        }
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
