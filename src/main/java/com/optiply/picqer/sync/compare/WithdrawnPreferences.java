package com.optiply.picqer.sync.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.optiply.Status;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.Withdrawals.Withdrawal;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
     * Brings those of a state that was put back up to date with what Optiply has now: a list that was applied after
     * the backup left it there, and nowhere else.
     *
     * @param before the links as the copy had them
     * @param after the same as Optiply was just listed to have them
     */
    static void bringUpToDate(Transaction tx, CustomerName customer, List<Link> before, List<Link> after) {
        List<Withdrawal> withdrawn = new ArrayList<>();
        List<RemoteId> preferred = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Link link = after.get(i);
            Optional<Boolean> isPreferred = LinkStates.isPreferred(link);
            boolean wasPreferred = LinkStates.isPreferred(before.get(i)).equals(Optional.of(true));
            if (isPreferred.equals(Optional.of(true))) {
                preferred.add(link.remoteId());
            } else if (wasPreferred && isPreferred.isPresent() && isEnabled(link) && link.parent() != null) {
                withdrawn.add(new Withdrawal(customer, link.parent(), link.remoteId()));
            }
        }
        tx.withdrawals().remove(customer, preferred);
        tx.withdrawals().add(withdrawn);
    }

    /** A former supplier's is not: Picqer has named another one since. */
    private static boolean isEnabled(Link link) {
        JsonNode status = LinkStates.acknowledged(link).get(OptiplySupplierProduct.STATUS);
        return status != null && status.asText().equals(Status.ENABLED.code());
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
