package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Backlog;
import com.optiply.picqer.sync.run.Backlog.Freed;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs a flow at once when what its parked records waited for has come to Optiply, instead of leaving them to its next
 * trigger (mapping.md: a parked record comes through as soon as what it waits for is there).
 *
 * <p>It never goes round in circles: only a run that created something, or that a trigger met under way, wakes others,
 * and a flow is woken only for records that were not yet free when it last began. Thread-safe.
 */
final class Wakening implements RunListener {
    private final Executor executor;
    private final Map<FlowOf, Set<Freed>> tried = new ConcurrentHashMap<>();
    private final Set<FlowOf> withNews = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Engine engine;

    private record FlowOf(CustomerName customer, Flow flow) {}

    /** @param executor where flows are woken: not the thread of a run, which has its turn still */
    Wakening(Executor executor) {
        this.executor = executor;
    }

    /** From now on. */
    void begin(Engine running) {
        engine = running;
    }

    void end() {
        engine = null;
    }

    /** What is free by now, this run will find. */
    @Override
    public void began(Run run) {
        Engine running = engine;
        if (running != null) {
            CustomerName customer = run.customer().name();
            Flow.of(run.flow())
                    .ifPresent(flow -> tried.put(
                            new FlowOf(customer, flow),
                            new Backlog(running.store(), Clock.systemUTC()).freed(customer)));
        }
    }

    /** What became free meanwhile, the run under way may have gone past. */
    @Override
    public void skipped(CustomerName customer, Flow flow) {
        withNews.add(new FlowOf(customer, flow));
    }

    @Override
    public void ended(RunReport report) {
        if (report.outcome() == Outcome.COMPLETE && report.created() > 0) {
            Flow.of(report.flow())
                    .ifPresent(flow -> withNews.add(new FlowOf(new CustomerName(report.customer()), flow)));
        }
    }

    @Override
    public void released(CustomerName customer, Flow flow) {
        Engine running = engine;
        if (withNews.remove(new FlowOf(customer, flow)) && running != null) {
            executor.execute(Chore.guarded(() -> wake(running, customer)));
        }
    }

    private void wake(Engine running, CustomerName name) {
        CustomerSettings customer = running.customers().named(name.value());
        Set<Freed> freed = new HashSet<>(new Backlog(running.store(), Clock.systemUTC()).freed(name));
        for (Flow flow : Flow.of(customer)) {
            Set<Freed> before = tried.getOrDefault(new FlowOf(name, flow), Set.of());
            boolean isNews = freed.stream().anyMatch(one -> isOf(flow, one) && !before.contains(one));
            freed.removeIf(one -> isOf(flow, one));
            if (isNews) {
                running.trigger(name, flow);
            }
        }
    }

    private static boolean isOf(Flow flow, Freed one) {
        return flow.kinds().contains(one.kind());
    }
}
