package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunListeners;
import com.optiply.picqer.store.row.Request;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.DueFlows;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Retention;
import com.optiply.picqer.sync.run.Retention.Forgotten;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
    /** Not at once, when everything that was missed is caught up with. */
    private static final long FORGET_AFTER_MINUTES = 10;

    private static final long DUE_EVERY_MINUTES = 1;
    private static final long FORGET_EVERY_MINUTES = TimeUnit.DAYS.toMinutes(1);

    private final Engine engine;
    private final Customers customers;
    private final MissedTriggers missed;
    private final Wakening wakening;
    private final ExecutorService commands;
    private final Retention retention;
    private final Properties properties;
    private final ClockWatch clockWatch = new ClockWatch(Clock.systemUTC(), System::nanoTime);
    private final ScheduledExecutorService chores = Executors.newScheduledThreadPool(2);
    /** Apart from the chores, which keep the leases and must not wait. */
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor();

    private final Instant startedAt = Clock.systemUTC().instant();
    private volatile boolean areTriggersOn;

    private Service(
            Engine engine,
            Customers customers,
            Wakening wakening,
            ExecutorService commands,
            Retention retention,
            Properties properties) {
        this.engine = engine;
        this.customers = customers;
        this.missed = new MissedTriggers(engine.camel(), engine.store(), Clock.systemUTC());
        this.wakening = wakening;
        this.commands = commands;
        this.retention = retention;
        this.properties = properties;
    }

    /** Starts everything; the triggers last, when the leases are held. */
    public static Service start(Installation installation, Customers customers) {
        return start(installation, customers, new RunLog());
    }

    /** Starts everything, and tells that listener what happens to runs. */
    static Service start(Installation installation, Customers customers, RunListener listener) {
        Properties properties = installation.readProperties();
        Retention.Terms terms = RetentionTerms.of(properties);
        ExecutorService commands = Executors.newCachedThreadPool();
        Wakening wakening = new Wakening(commands);
        RunListeners listeners = new RunListeners(listener, wakening);
        Engine engine = Engine.start(installation, customers, listeners, Management.ON, Clock.systemUTC());
        Retention retention = new Retention(engine.store(), terms, Clock.systemUTC());
        Service service = new Service(engine, customers, wakening, commands, retention, properties);
        try {
            wakening.begin(engine);
            service.tendLeases();
            List<CatchUp> begun = service.claimFirstLoads();
            engine.startTriggers();
            service.beginCatchingUp(begun);
            service.beginChores();
            return service;
        } catch (RuntimeException notStarted) {
            service.close();
            throw notStarted;
        }
    }

    /** Before a trigger begins with any of it. */
    private List<CatchUp> claimFirstLoads() {
        List<CatchUp> begun = new ArrayList<>();
        for (CustomerSettings customer : customers.all()) {
            if (engine.leases().holds(customer.name())) {
                CatchUp catchUp = new CatchUp(engine, customer, DoorTime.SYSTEM);
                catchUp.claim(missed.ofFirstLoad(customer));
                begun.add(catchUp);
            }
        }
        return begun;
    }

    private void beginCatchingUp(List<CatchUp> begun) {
        areTriggersOn = true;
        begun.forEach(catchUp -> {
            catchUp.add(missed.of(catchUp.customer()));
            run(catchUp);
        });
    }

    /** Runs once what should have run while nobody worked for the customer. */
    private void run(CatchUp catchUp) {
        if (!catchUp.isEmpty()) {
            LOG.info("Customer {}: catching up with {}.", catchUp.customer().name(), catchUp);
            commands.execute(Chore.guarded(() -> catchUp.run(() -> areTriggersOn)));
        }
    }

    private void beginChores() {
        long renewal = AccountLeases.RENEWAL.toMillis();
        chores.scheduleWithFixedDelay(Chore.guarded(this::tendLeases), renewal, renewal, TimeUnit.MILLISECONDS);
        chores.scheduleWithFixedDelay(
                Chore.guarded(this::takeRequests), REQUESTS_EVERY_MILLIS, REQUESTS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        housekeeping.scheduleWithFixedDelay(
                Chore.guarded(this::watchTheClock), DUE_EVERY_MINUTES, DUE_EVERY_MINUTES, TimeUnit.MINUTES);
        housekeeping.scheduleWithFixedDelay(
                Chore.guarded(this::runWhatIsDue), DUE_EVERY_MINUTES, DUE_EVERY_MINUTES, TimeUnit.MINUTES);
        housekeeping.scheduleWithFixedDelay(
                Chore.guarded(this::forgetOldRows), FORGET_AFTER_MINUTES, FORGET_EVERY_MINUTES, TimeUnit.MINUTES);
        customers.all().forEach(this::tellWork);
        LeftCustomers.told(engine.store(), customers).forEach(LOG::warn);
        LOG.info(
                "The service runs until it is told to stop, by SIGTERM or Ctrl-C. {}",
                Management.addresses(properties));
    }

    private void tellWork(CustomerSettings customer) {
        if (engine.leases().holds(customer.name())) {
            LOG.info(
                    "The service works for {}: {} flows are on.",
                    customer.name(),
                    Flow.of(customer).size());
        } else {
            LOG.info("The service stands by for {}: another process works for it.", customer.name());
        }
    }

    private void watchTheClock() {
        Duration back = clockWatch.setBack();
        if (!back.isZero()) {
            LOG.error(
                    "The clock of this machine was set back by {}: whatever triggers the flows by it begins anew."
                            + " What was to wait until a moment waits as much longer.",
                    back);
            new ClockTriggers(engine.camel()).beginAnew();
        }
    }

    private void runWhatIsDue() {
        DueFlows due = new DueFlows(engine.store(), Clock.systemUTC());
        for (CustomerSettings customer : customers.all()) {
            if (engine.leases().holds(customer.name())) {
                Set<Flow> flows = new LinkedHashSet<>(missed.skippedByTheClocks(customer, startedAt));
                flows.addAll(due.of(customer));
                flows.forEach(flow -> engine.trigger(customer.name(), flow));
            }
        }
    }

    private void forgetOldRows() {
        Forgotten gone = retention.forget();
        if (gone.total() > 0) {
            LOG.info(
                    "Old rows of the state are gone: {} runs, {} changes, {} requests, {} dropped lists.",
                    gone.runs(),
                    gone.changes(),
                    gone.requests(),
                    gone.lists());
        }
    }

    /** Keeps what is held, and takes what is free: another machine may have gone. */
    private void tendLeases() {
        engine.leases().renew();
        for (CustomerSettings customer : customers.all()) {
            if (!engine.leases().holds(customer.name())
                    && engine.leases().acquireFromTheDead(customer.name(), ProcessName::isGone)) {
                if (areTriggersOn) {
                    LOG.info("The service works for {} from now on: nobody else does.", customer.name());
                    CatchUp catchUp = new CatchUp(engine, customer, DoorTime.SYSTEM);
                    catchUp.claim(missed.ofFirstLoad(customer));
                    catchUp.add(missed.ofTakenOver(customer));
                    run(catchUp);
                }
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
            if (!engine.leases().isAnothers(request.customer())) { // Else it is that one's, and under way there.
                engine.store().saveDurably(tx -> tx.requests().done(request.id()));
            }
        }
    }

    private void runEach(Request request) {
        List<String> left = request.flows().stream().skip(request.runs().size()).toList();
        for (String name : left) { // Where the process before this one had begun with it, it had run the others.
            RunResult result = engine.run(request.customer(), name);
            if (result.report() != null && !engine.leases().isAnothers(request.customer())) {
                long run = result.report().run();
                engine.store().saveDurably(tx -> tx.requests().began(request.id(), new RunId(run)));
            }
            if (result.thrown() != null) {
                break;
            }
        }
    }

    public Engine engine() {
        return engine;
    }

    /** Stops the triggers, lets runs come to a safe point, and gives the leases back. */
    @Override
    public void close() {
        areTriggersOn = false;
        chores.shutdownNow();
        housekeeping.shutdownNow();
        wakening.end();
        commands.shutdown();
        engine.close();
    }
}
