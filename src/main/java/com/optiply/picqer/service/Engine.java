package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.CustomerThreads;
import com.optiply.picqer.flow.Problem;
import com.optiply.picqer.flow.RunListener;
import com.optiply.picqer.flow.Variables;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.AccountLeases;
import com.optiply.picqer.sync.Flow;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/**
 * The running program: Camel with the routes, the state, and the leases of the customers it works for. Thread-safe.
 */
public final class Engine implements AutoCloseable {
    private final Main camel;
    private final Parts parts;
    private final ProducerTemplate producer;

    private Engine(Main camel, Parts parts) {
        this.camel = camel;
        this.parts = parts;
        this.producer = camel.getCamelContext().createProducerTemplate();
    }

    /**
     * Starts everything but the triggers: what a command needs to run a flow once.
     *
     * @throws InstallationException when a route cannot be loaded
     */
    public static Engine start(Installation installation, Customers customers, RunListener listener) {
        Parts parts = Parts.make(installation, customers, listener);
        Main camel = new Main();
        // Camel's own hook would keep a process that is told to end waiting for whatever is under way, up to a minute.
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        try {
            CamelSetup.configure(camel, installation, parts);
            camel.start();
            CamelSetup.requireRoutes(camel.getCamelContext());
            return new Engine(camel, parts);
        } catch (Exception notStarted) {
            camel.stop();
            parts.close();
            throw InstallationException.notStarted(notStarted);
        }
    }

    /** Runs one flow of one customer once, and returns when it has ended. The lease must be held. */
    public RunResult run(CustomerName customer, Flow flow) {
        Exchange exchange = producer.send("direct:" + flow.code(), one -> {
            one.setVariable(Variables.CUSTOMER, customer.value());
        });
        return new RunResult(Variables.report(exchange), Problem.cause(exchange));
    }

    public CamelContext camel() {
        return camel.getCamelContext();
    }

    public AccountLeases leases() {
        return parts.leases();
    }

    public Store store() {
        return parts.store();
    }

    public CustomerThreads threads() {
        return parts.threads();
    }

    /** Lets runs that are under way come to a safe point, then stops. */
    @Override
    public void close() {
        camel.stop();
        parts.close();
    }
}
