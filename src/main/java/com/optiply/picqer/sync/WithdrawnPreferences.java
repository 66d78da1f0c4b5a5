package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Pairs that a dropped file took the preference from, although Picqer names that supplier: the pull leaves them so
 * (mapping.md, "Bulk preferred suppliers"). Thread-safe.
 */
public final class WithdrawnPreferences {
    private final Store store;

    public WithdrawnPreferences(Store store) {
        this.store = store;
    }

    /**
     * Those among the current pairs of these products. One that is not current any more is forgotten: somebody has
     * chosen another supplier in Picqer since, and may come back to the first.
     */
    public Set<RemoteId> of(Run run, Collection<RemoteId> products, Collection<RemoteId> current) {
        CustomerName customer = run.customer().name();
        if (run.customer().suppliers().multiSupplier()) {
            return Set.of();
        }
        Set<RemoteId> withdrawn = store.read(tx -> tx.withdrawals().ofProducts(customer, products));
        List<RemoteId> former =
                withdrawn.stream().filter(pair -> !current.contains(pair)).toList();
        if (!former.isEmpty()) {
            store.saveRelaxed(Fence.within(run, tx -> tx.withdrawals().remove(customer, former)));
        }
        return withdrawn;
    }
}
