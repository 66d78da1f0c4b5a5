package com.optiply.picqer.service;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.flow.run.Turns.Turn;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What should have run while nobody worked for a customer: once, in the order of the flows. Those of a first load have
 * claimed their turns from the beginning, so that no trigger brings orders before their products: they would all wait,
 * and be asked for one by one. So they wait too where Picqer or Optiply fails before the products are over. The others
 * have not: nobody's export waits for a nightly reading that was missed. Confined to one thread at a time.
 */
final class CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** As long as their default trigger waits: each try may cost all that the shop has. */
    private static final int LOOKS_UNTIL_PRODUCTS_AGAIN = 600;

    private final Engine engine;
    private final CustomerSettings customer;
    private final DoorTime time;
    /** In the order of the flows, each with the turn that it has claimed. */
    private final Map<Flow, Optional<Turn>> flows = new EnumMap<>(Flow.class);

    CatchUp(Engine engine, CustomerSettings customer, DoorTime time) {
        this.engine = engine;
        this.customer = customer;
        this.time = time;
    }

    CustomerSettings customer() {
        return customer;
    }

    /** These too, and until each is over nobody else runs it. */
    void claim(Collection<Flow> loaded) {
        loaded.forEach(flow -> flows.put(flow, engine.claim(customer.name(), flow)));
    }

    /** These too; one that has begun by then, by whatever trigger, is passed over. */
    void add(Collection<Flow> missed) {
        missed.forEach(flow -> flows.putIfAbsent(flow, Optional.empty()));
    }

    boolean isEmpty() {
        return flows.isEmpty();
    }

    /** @param goesOn false as soon as nothing more is to begin */
    void run(BooleanSupplier goesOn) {
        try {
            List<Flow> waiting = new ArrayList<>();
            for (Flow flow : flows.keySet()) {
                if (goesOn.getAsBoolean() && waitsForProducts(flow)) {
                    waiting.add(flow);
                } else if (goesOn.getAsBoolean()) {
                    run(flow);
                }
            }
            if (!waiting.isEmpty()) {
                awaitProducts(waiting, goesOn);
            }
            waiting.stream().filter(flow -> goesOn.getAsBoolean()).forEach(this::run);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            flows.values().forEach(turn -> turn.ifPresent(Turn::close));
        }
    }

    private boolean isOfTheLoad(Flow flow) {
        return flows.getOrDefault(flow, Optional.empty()).isPresent();
    }

    private boolean waitsForProducts(Flow flow) {
        return isOfTheLoad(flow)
                && isOfTheLoad(Flow.PRODUCTS)
                && flow.compareTo(Flow.PRODUCTS) > 0
                && !areProductsThrough();
    }

    private void awaitProducts(List<Flow> waiting, BooleanSupplier goesOn) throws InterruptedException {
        LOG.warn(
                "Customer {}: no run of products was complete yet; it is tried again every 10 minutes. Waiting: {}.",
                customer.name(),
                waiting.stream().map(Flow::code).collect(joining(", ")));
        boolean isOurs = true;
        for (int looks = 1; isOurs && goesOn.getAsBoolean() && !areProductsThrough(); looks++) {
            isOurs = engine.leases().holds(customer.name());
            time.pause(BETWEEN_LOOKS);
            if (looks % LOOKS_UNTIL_PRODUCTS_AGAIN == 0) {
                engine.run(customer.name(), Flow.PRODUCTS);
            }
        }
    }

    /** By whatever run of theirs. While the state cannot be read nobody knows, and nothing is to begin. */
    private boolean areProductsThrough() {
        try {
            return engine.store().read(tx -> tx.runs().hasCompleted(customer.name(), Flow.PRODUCTS.code()));
        } catch (StoreException unreadable) {
            LOG.debug("The state cannot be read, and is looked into again: {}", unreadable.getMessage());
            return false;
        }
    }

    private void run(Flow flow) {
        flows.getOrDefault(flow, Optional.empty())
                .ifPresentOrElse(
                        claimed -> engine.run(customer.name(), flow, claimed), () -> engine.run(customer.name(), flow));
    }

    /** The names of its flows. */
    @Override
    public String toString() {
        return flows.keySet().stream().map(Flow::code).collect(joining(", "));
    }
}
