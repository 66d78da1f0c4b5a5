package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.begin.RunSteps;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.Request;
import com.optiply.picqer.store.row.RequestId;
import com.optiply.picqer.store.row.RequestState;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs flows once: here, if no other process speaks to the customer's accounts; else by asking that process and
 * following what it does.
 */
public final class OneTimeRun {
    private static final Logger LOG = LoggerFactory.getLogger(OneTimeRun.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** So often, it is said that the other process is not done yet: every 15 seconds. */
    private static final long LOOKS_PER_LINE = 60;

    private final Engine engine;
    private final AccountLeases leases;
    private final Store store;

    public OneTimeRun(Engine engine) {
        this.engine = engine;
        this.leases = engine.leases();
        this.store = engine.store();
    }

    /** The results in the order of the flows. A flow whose accounts cannot be reached ends the series. */
    public List<RunResult> run(CustomerName customer, List<Flow> flows) throws InterruptedException {
        return run(customer, flows, result -> {});
    }

    /** Runs the flows as above, and tells each result as soon as it is known. */
    public List<RunResult> run(CustomerName customer, List<Flow> flows, Consumer<RunResult> ended)
            throws InterruptedException {
        return runNamed(customer, flows.stream().map(Flow::code).toList(), ended);
    }

    /** Looks what differs in Optiply; empty while another such look is under way. */
    public Optional<RunResult> look(CustomerName customer) throws InterruptedException {
        return runNamed(customer, List.of(RunSteps.LOOK), result -> {}).stream()
                .filter(result -> result.report() != null || result.thrown() != null)
                .findFirst();
    }

    private List<RunResult> runNamed(CustomerName customer, List<String> flows, Consumer<RunResult> ended)
            throws InterruptedException {
        if (leases.acquireFromTheDead(customer, ProcessName::isGone)) {
            return runHere(customer, flows, ended);
        }
        return runThere(customer, flows, ended);
    }

    private List<RunResult> runHere(CustomerName customer, List<String> flows, Consumer<RunResult> ended) {
        ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor();
        long every = AccountLeases.RENEWAL.toMillis();
        renewal.scheduleAtFixedRate(Chore.guarded(leases::renew), every, every, TimeUnit.MILLISECONDS);
        try {
            List<RunResult> results = new ArrayList<>();
            for (String flow : flows) {
                RunResult result = engine.run(customer, flow);
                results.add(result);
                ended.accept(result);
                if (result.thrown() != null) {
                    break;
                }
            }
            return results;
        } finally {
            renewal.shutdownNow();
            leases.release(customer);
        }
    }

    private List<RunResult> runThere(CustomerName customer, List<String> names, Consumer<RunResult> ended)
            throws InterruptedException {
        RequestId request = store.durably(
                tx -> tx.requests().ask(customer, names, Clock.systemUTC().instant()));
        LOG.info(
                "Another process works for customer {}: it has been asked to run {}, and is followed here.",
                customer,
                String.join(", ", names));
        List<RunResult> results = new ArrayList<>();
        Request asked = found(request);
        for (long looks = 1; asked.state() != RequestState.DONE; looks++) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            asked = found(request);
            follow(asked, results, ended);
            if (looks % LOOKS_PER_LINE == 0) {
                LOG.info("It is still at it: {} of {} runs have ended.", results.size(), names.size());
            }
            if (asked.state() != RequestState.DONE && leases.acquireFromTheDead(customer, ProcessName::isGone)) {
                return takenBack(request, customer, names, ended);
            }
        }
        follow(asked, results, ended);
        return results;
    }

    /** A run stands in the request when it has ended. */
    private void follow(Request asked, List<RunResult> results, Consumer<RunResult> ended) {
        asked.runs().stream().skip(results.size()).map(this::result).forEach(result -> {
            results.add(result);
            ended.accept(result);
        });
    }

    /** The other process went before it took the request: what it was asked is done here after all. */
    private List<RunResult> takenBack(
            RequestId request, CustomerName customer, List<String> flows, Consumer<RunResult> ended) {
        store.saveDurably(tx -> tx.requests().done(request));
        return runHere(customer, flows, ended);
    }

    private Request found(RequestId request) {
        return store.read(tx -> tx.requests().find(request)).orElseThrow();
    }

    private RunResult result(RunId id) {
        RunRow run = store.read(tx -> tx.runs().find(id)).orElseThrow();
        RunReport report = RunReport.of(run);
        return new RunResult(
                report, run.outcome() == Outcome.COMPLETE ? null : new ElsewhereException(report.problem()));
    }

    /** A run that another process could not complete. */
    private static final class ElsewhereException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ElsewhereException(@Nullable String problem) {
            super(problem);
        }
    }
}
