package com.optiply.picqer.sync.compare;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Suppliers that were made of their names on purchase orders while the key might not read suppliers (mapping.md,
 * "Suppliers"). When it may, each supplier that is new takes over the one that bears its name: else it would stand in
 * Optiply twice, and every order would be made anew for the second. Of several of one name the first that is read does.
 * The name leads to it from then on, for orders that say no more.
 */
final class NamedSuppliers {
    private final Store store;
    private final CustomerName customer;
    private final Map<RemoteId, RemoteId> keys = new LinkedHashMap<>();

    /** @param unlinked decisions about a page of suppliers, or of another kind: then there is nothing to take over */
    NamedSuppliers(Store store, Run run, Collection<Decision> unlinked) {
        this.store = store;
        customer = run.customer().name();
        if (run.kind() == Kind.SUPPLIERS) {
            Set<RemoteId> taken = new HashSet<>();
            unlinked.stream()
                    .filter(supplier -> !SupplierKey.isByName(supplier.remoteId()))
                    .forEach(supplier -> SupplierKey.ofName(supplier.label())
                            .filter(taken::add)
                            .ifPresent(key -> keys.put(supplier.remoteId(), key)));
        }
    }

    /** What the state has in Optiply by those names, by the suppliers that take them over. */
    Map<RemoteId, Link> links() {
        Map<RemoteId, Link> named = store.read(tx -> tx.links().find(customer, Kind.SUPPLIERS, keys.values()));
        Map<RemoteId, Link> links = new LinkedHashMap<>();
        keys.forEach((supplier, key) -> {
            Link link = named.get(key);
            if (link != null && link.optiplyId() != null) {
                links.put(supplier, link);
            }
        });
        return links;
    }

    /** What Optiply was found to have under those names, where the state knows nothing yet. */
    Map<RemoteId, List<Candidate>> candidates() {
        Map<RemoteId, List<Candidate>> named =
                store.read(tx -> tx.candidates().byRemoteIds(customer, Kind.SUPPLIERS, List.copyOf(keys.values())));
        Map<RemoteId, List<Candidate>> candidates = new LinkedHashMap<>();
        keys.forEach((supplier, key) -> {
            List<Candidate> fitting = named.get(key);
            if (fitting != null) {
                candidates.put(supplier, fitting);
            }
        });
        return candidates;
    }
}
