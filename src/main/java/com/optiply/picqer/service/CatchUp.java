package com.optiply.picqer.service;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.flow.Turns.Turn;
import com.optiply.picqer.sync.Flow;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What should have run while nobody worked for a customer: once, in the order of the flows. Each has claimed its turn
 * from the beginning, so that no trigger brings orders before their products: they would all wait, and be asked for
 * one by one. Confined to one thread at a time.
 */
final class CatchUp {
    private final Engine engine;
    private final CustomerSettings customer;
    /** In the order of the flows. */
    private final Map<Flow, Turn> turns = new EnumMap<>(Flow.class);

    CatchUp(Engine engine, CustomerSettings customer) {
        this.engine = engine;
        this.customer = customer;
    }

    CustomerSettings customer() {
        return customer;
    }

    /** These too; what is under way, or claimed already, need not be run once more. */
    void claim(Collection<Flow> flows) {
        flows.forEach(flow -> engine.claim(customer.name(), flow).ifPresent(turn -> turns.put(flow, turn)));
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }

    /** @param goesOn false as soon as nothing more is to begin */
    void run(BooleanSupplier goesOn) {
        try {
            turns.forEach((flow, turn) -> {
                if (goesOn.getAsBoolean()) {
                    engine.run(customer.name(), flow, turn);
                }
            });
        } finally {
            turns.values().forEach(Turn::close);
        }
    }

    /** The names of its flows. */
    @Override
    public String toString() {
        return turns.keySet().stream().map(Flow::code).collect(joining(", "));
    }
}
