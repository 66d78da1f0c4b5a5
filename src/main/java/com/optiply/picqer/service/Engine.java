package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.begin.RunSteps;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunListeners;
import com.optiply.picqer.flow.run.Turns.Turn;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.Flow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The running program: Camel with the routes, the state, and the leases of the customers it works for. Thread-safe.
 */
public final class Engine implements AutoCloseable {
    private final Main camel;
    private final Parts parts;
    private final CustomerRoutes routes;
    private final ProducerTemplate producer;

    private Engine(Main camel, Parts parts, CustomerRoutes routes) {
        this.camel = camel;
        this.parts = parts;
        this.routes = routes;
        this.producer = camel.getCamelContext().createProducerTemplate();
    }

    /**
     * Starts everything but the triggers: what a command needs to run a flow once. That no route is missing is asked
     * where customers are read ({@link CustomerFiles#check}), or by {@link RequiredRoutes#require}.
     *
     * @throws InstallationException when a route cannot be loaded
     */
    public static Engine start(Installation installation, Customers customers, RunListener listener) {
        return start(installation, customers, listener, Management.OFF, Clock.systemUTC());
    }

    /** Starts it by another clock, so that what waits for hours need not be waited for. */
    public static Engine start(Installation installation, Customers customers, RunListener listener, Clock clock) {
        return start(installation, customers, listener, Management.OFF, clock);
    }

    /** Starts it; with {@link Management#ON} health and metrics are served as the properties say. */
    static Engine start(
            Installation installation, Customers customers, RunListener listener, Management management, Clock clock) {
        Main camel = new Main();
        Parts parts = Parts.make(
                installation, customers, new RunListeners(listener, new RunMetrics(() -> meters(camel))), clock);
        // Camel's own hook would keep a process that is told to end waiting for whatever is under way, up to a minute.
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        try {
            CamelSetup.configure(camel, installation, parts, management);
            camel.start();
            return new Engine(camel, parts, CustomerRoutes.load(camel.getCamelContext(), installation, customers));
        } catch (Exception notStarted) {
            camel.stop();
            parts.close();
            throw InstallationException.notStarted(notStarted);
        }
    }

    private static @Nullable MeterRegistry meters(Main camel) {
        return camel.getCamelContext().getRegistry().findSingleByType(MeterRegistry.class);
    }

    /** Runs one flow of one customer once, and returns when it has ended. The lease must be held. */
    public RunResult run(CustomerName customer, Flow flow) {
        return run(customer, flow.code());
    }

    /** The turn of a run that is to come: until it is over no other run of that flow begins. */
    Optional<Turn> claim(CustomerName customer, Flow flow) {
        return parts.turns().claim(customer, flow);
    }

    /** Runs the flow in a turn that was claimed before, and that is over when this returns. */
    void run(CustomerName customer, Flow flow, Turn turn) {
        try (turn) {
            run(customer, flow.code(), one -> Variables.turn(one, turn));
        }
    }

    /** Runs a flow by its name, or the {@linkplain RunSteps#LOOK look} into Optiply, and returns when it has ended. */
    RunResult run(CustomerName customer, String name) {
        return run(customer, name, one -> {});
    }

    private RunResult run(CustomerName customer, String name, Consumer<Exchange> more) {
        Callable<Exchange> run = () -> producer.send("direct:" + name, one -> {
            one.setVariable(Variables.CUSTOMER, customer.value());
            more.accept(one);
        });
        try {
            Exchange ended = parts.threads().runs(customer.value()).submit(run).get();
            return new RunResult(Variables.report(ended), Problem.cause(ended));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new RunResult(null, stopping);
        } catch (RejectedExecutionException stopping) {
            return new RunResult(null, stopping);
        } catch (ExecutionException notSent) {
            return new RunResult(null, notSent.getCause());
        }
    }

    /** Runs a flow of a customer as its trigger would, and does not wait for it. */
    void trigger(CustomerName customer, Flow flow) {
        Exchange trigger =
                producer.send("direct:" + flow.code(), one -> one.setVariable(Variables.CUSTOMER, customer.value()));
        if (trigger.getException() != null) {
            throw new IllegalStateException(
                    "the flow `" + flow.code() + "` cannot be triggered", trigger.getException());
        }
    }

    /** From now on flows run by themselves. */
    void startTriggers() {
        routes.startTriggers();
    }

    Customers customers() {
        return parts.customers();
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

    /** Lets runs that are under way come to a safe point, then stops. */
    @Override
    public void close() {
        camel.stop();
        parts.close();
    }
}
