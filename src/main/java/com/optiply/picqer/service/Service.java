package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.store.Request;
import com.optiply.picqer.sync.AccountLeases;
import com.optiply.picqer.sync.Flow;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine with its triggers: works for every customer whose lease it gets, and stands by for the others. Also
 * carries out what commands ask of it.
 */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final long REQUESTS_EVERY_MILLIS = 500;

    private final Engine engine;
    private final Customers customers;
    private final ScheduledExecutorService chores = Executors.newScheduledThreadPool(2);
    private final ExecutorService commands = Executors.newCachedThreadPool();

    private Service(Engine engine, Customers customers) {
        this.engine = engine;
        this.customers = customers;
    }

    /** Starts everything; the triggers last, when the leases are held. */
    public static Service start(Installation installation, Customers customers) {
        Engine engine = Engine.start(installation, customers, new RunLog(), Management.ON);
        Service service = new Service(engine, customers);
        try {
            service.tendLeases();
            CustomerTriggers.start(engine.camel(), installation, customers);
            service.beginChores();
            return service;
        } catch (RuntimeException notStarted) {
            service.close();
            throw notStarted;
        }
    }

    private void beginChores() {
        long renewal = AccountLeases.RENEWAL.toMillis();
        chores.scheduleWithFixedDelay(guarded(this::tendLeases), renewal, renewal, TimeUnit.MILLISECONDS);
        chores.scheduleWithFixedDelay(
                guarded(this::takeRequests), REQUESTS_EVERY_MILLIS, REQUESTS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        LOG.info(
                "The service works for {}.",
                customers.all().stream().map(CustomerSettings::name).toList());
    }

    /** Keeps what is held, and takes what is free: another machine may have gone. */
    private void tendLeases() {
        engine.leases().renew();
        for (CustomerSettings customer : customers.all()) {
            if (!engine.leases().holds(customer.name())
                    && engine.leases().acquireFromTheDead(customer.name(), ProcessName::isGone)) {
                LOG.debug("Customer {}: this process holds the lease now.", customer.name());
            }
        }
    }

    private void takeRequests() {
        for (CustomerSettings customer : customers.all()) {
            boolean isAsked = engine.store().read(tx -> tx.requests().isAsked(customer.name()));
            if (isAsked && engine.leases().holds(customer.name())) {
                takeRequest(customer.name());
            }
        }
    }

    private void takeRequest(CustomerName customer) {
        Optional<Request> request = engine.store().durably(tx -> tx.requests().take(customer));
        request.ifPresent(taken -> commands.execute(() -> carryOut(taken)));
    }

    private void carryOut(Request request) {
        try {
            runEach(request);
        } finally {
            engine.store().saveDurably(tx -> tx.requests().done(request.id()));
        }
    }

    private void runEach(Request request) {
        for (String name : request.flows()) {
            RunResult result = engine.run(request.customer(), Flow.of(name).orElseThrow());
            if (result.report() != null) {
                long run = result.report().run();
                engine.store()
                        .saveDurably(tx -> tx.requests().began(request.id(), new com.optiply.picqer.store.RunId(run)));
            }
            if (result.thrown() != null) {
                break;
            }
        }
    }

    /** A chore that fails once is tried again the next time; a schedule would drop it for ever without a word. */
    static Runnable guarded(Runnable chore) {
        return () -> {
            try {
                chore.run();
            } catch (RuntimeException failed) {
                LOG.error("A chore of the service failed, and is tried again: {}", failed.getMessage(), failed);
            }
        };
    }

    public Engine engine() {
        return engine;
    }

    /** Stops the triggers, lets runs come to a safe point, and gives the leases back. */
    @Override
    public void close() {
        chores.shutdownNow();
        commands.shutdown();
        engine.close();
    }
}
