package com.optiply.picqer.flow;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;

/**
 * Takes a run over from its trigger: the flow goes on with an exchange of its own on the customer's thread, and the
 * trigger is done. Quartz has ten threads for all customers, and a long run must not keep one; nor is a failed run the
 * trigger's failure, because the run itself says how it ended.
 */
public final class HandOver implements Processor {
    private final CustomerThreads threads;
    private final RunListener listener;

    public HandOver(CustomerThreads threads, RunListener listener) {
        this.threads = threads;
        this.listener = listener;
    }

    @Override
    public void process(Exchange exchange) {
        String customer = Variables.customer(exchange);
        if (threads.isOf(customer)) {
            return;
        }
        Endpoint flow = exchange.getUnitOfWork().getRoute().getEndpoint();
        Map<String, Object> variables = Map.copyOf(exchange.getVariables());
        ProducerTemplate producer = exchange.getContext().createProducerTemplate();
        threads.runs(customer).execute(() -> tell(producer.send(flow, run -> variables.forEach(run::setVariable))));
        exchange.setRouteStop(true);
    }

    /** A run that began says itself how it ended; what broke before it began would be said by nobody. */
    private void tell(Exchange run) {
        Throwable thrown = Problem.cause(run);
        if (thrown != null && Variables.report(run) == null) {
            listener.notBegun(Variables.customer(run), thrown);
        }
    }
}
