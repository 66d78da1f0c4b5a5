package com.optiply.picqer.demo;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.world.AwkwardCase;
import com.optiply.picqer.sandbox.world.AwkwardWorld;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import java.util.List;
import java.util.Map;

/** Looks up in the state what became of every awkward product. */
final class CaseOutcomes {
    private static final int PARKED_MAX = 1_000;

    private CaseOutcomes() {}

    static List<CaseOutcome> in(Store store, CustomerName customer) {
        return store.read(tx -> {
            Map<RemoteId, String> details = tx.quarantine().page(customer, Kind.PRODUCTS, null, PARKED_MAX).stream()
                    .collect(toMap(Parked::remoteId, Parked::detail));
            return AwkwardWorld.cases().stream()
                    .map(each -> outcome(each, link(tx, customer, each), details))
                    .toList();
        });
    }

    private static CaseOutcome outcome(AwkwardCase each, Link link, Map<RemoteId, String> details) {
        return new CaseOutcome(each, link, details.getOrDefault(link.remoteId(), ""));
    }

    /** A row without a usable id is known by its sku. */
    private static Link link(Transaction tx, CustomerName customer, AwkwardCase each) {
        if (each.idproduct() == 0) {
            return tx.links().find(customer, "CASE-" + each.name()).get(0);
        }
        RemoteId id = new RemoteId(Long.toString(each.idproduct()));
        Link link = tx.links().find(customer, Kind.PRODUCTS, List.of(id)).get(id);
        if (link == null) {
            throw new IllegalStateException("The state knows nothing of the product " + each.name() + ".");
        }
        return link;
    }
}
