package com.optiply.picqer.sandbox.optiply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One customer of Optiply with its couplings and everything it has. */
final class Account {
    private final Long id;
    private final String name;
    private final List<Coupling> couplings;
    private final Map<String, Table> tables = new HashMap<>();
    private final Set<Long> draftOrders = new HashSet<>();

    Account(long id, String name, List<Coupling> couplings) {
        this.id = id;
        this.name = name;
        this.couplings = List.copyOf(couplings);
        clear();
    }

    /** One boxed value for all rows of the account. */
    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    Optional<Coupling> coupling(long couplingId) {
        return couplings.stream()
                .filter(coupling -> coupling.id() == couplingId)
                .findFirst();
    }

    Table table(String resource) {
        Table table = tables.get(resource);
        if (table == null) {
            throw new IllegalArgumentException("Optiply has no resource " + resource);
        }
        return table;
    }

    Table table(ResourceType type) {
        return table(type.name());
    }

    /** The ids of the buy orders that nobody has placed yet. */
    Set<Long> draftOrders() {
        return draftOrders;
    }

    void clear() {
        draftOrders.clear();
        Schema.all().forEach(type -> tables.put(type.name(), new Table(type)));
    }
}
