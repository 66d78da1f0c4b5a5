package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.run.Flow;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether the service can do its work: the state is in its place and answers, and every flow has its route, and its
 * trigger where it is on, and some process holds the lease of every customer. Camel's own checks say UP with routes
 * missing.
 *
 * <p>How each flow of each customer last ended stands in the details. One customer's dead account does not make the
 * service unhealthy: restarting it would help nobody and harm the others.
 */
final class RunsHealth extends AbstractHealthCheck {
    private final Store store;
    private final Customers customers;
    private final Supplier<CamelContext> camel;
    private final FreeLeases free;

    RunsHealth(Store store, Customers customers, Supplier<CamelContext> camel) {
        super("picqer-optiply", "runs");
        this.store = store;
        this.customers = customers;
        this.camel = camel;
        this.free = new FreeLeases(store, System::nanoTime);
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.up();
        try {
            store.requireInPlace();
        } catch (StoreException gone) {
            builder.message(gone.getMessage()).down();
            return;
        }
        for (Flow flow : Flow.values()) {
            requireRoute(flow.code(), builder);
        }
        for (CustomerSettings customer : customers.all()) {
            requireHolder(customer, builder);
            for (Flow flow : Flow.of(customer)) {
                requireRoute(DefaultTriggers.routeId(customer, flow), builder);
                lastRun(customer, flow, builder);
            }
        }
    }

    private void requireRoute(String id, HealthCheckResultBuilder builder) {
        ServiceStatus status = camel.get().getRouteController().getRouteStatus(id);
        if (status != ServiceStatus.Started) {
            builder.message("The route `" + id + "` is not running.").down();
        }
    }

    private void requireHolder(CustomerSettings customer, HealthCheckResultBuilder builder) {
        try {
            if (free.isFreeForLong(customer.name())) {
                builder.message("No process works for " + customer.name() + ": its lease is free, and stays so.")
                        .down();
            }
        } catch (StoreException unreachable) {
            builder.message(unreachable.getMessage()).down();
        }
    }

    private void lastRun(CustomerSettings customer, Flow flow, HealthCheckResultBuilder builder) {
        try {
            Optional<RunRow> last = store.read(tx -> tx.runs().last(customer.name(), flow.code()));
            String outcome =
                    last.map(run -> run.outcome() + " " + run.startedAt()).orElse("never ran");
            builder.detail(DefaultTriggers.routeId(customer, flow), outcome);
        } catch (StoreException unreachable) {
            builder.message(unreachable.getMessage()).down();
        }
    }
}
