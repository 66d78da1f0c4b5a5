package com.optiply.picqer.service;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.flow.Turns.Turn;
import com.optiply.picqer.sync.Flow;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What should have run while nobody worked for a customer: once, in the order of the flows. Those of a first load have
 * claimed their turns from the beginning, so that no trigger brings orders before their products: they would all wait,
 * and be asked for one by one. The others have not: nobody's export waits for a nightly reading that was missed.
 * Confined to one thread at a time.
 */
final class CatchUp {
    private final Engine engine;
    private final CustomerSettings customer;
    /** In the order of the flows, each with the turn that it has claimed. */
    private final Map<Flow, Optional<Turn>> flows = new EnumMap<>(Flow.class);

    CatchUp(Engine engine, CustomerSettings customer) {
        this.engine = engine;
        this.customer = customer;
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
            flows.forEach((flow, turn) -> {
                if (goesOn.getAsBoolean()) {
                    run(flow, turn);
                }
            });
        } finally {
            flows.values().forEach(turn -> turn.ifPresent(Turn::close));
        }
    }

    private void run(Flow flow, Optional<Turn> turn) {
        turn.ifPresentOrElse(
                claimed -> engine.run(customer.name(), flow, claimed), () -> engine.run(customer.name(), flow));
    }

    /** The names of its flows. */
    @Override
    public String toString() {
        return flows.keySet().stream().map(Flow::code).collect(joining(", "));
    }
}
