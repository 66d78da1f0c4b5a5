package com.optiply.picqer.sync.lookup;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.OptiplySellOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Orders that are followed: Optiply holds them as open, or they are kept out by what may change. Thread-safe. */
public final class OpenOrders {
    private final Store store;

    public OpenOrders(Store store) {
        this.store = store;
    }

    /**
     * Those that this run has not seen in Picqer. What makes them followed may be gone before all that is learnt of
     * them is sent: so they stay asked for until a run is complete. Where nothing may be written, what is kept out is
     * left to the first run that may: nothing is noted of what it would learn, and the next night would ask for all of
     * it again.
     */
    public List<RemoteId> unseen(Run run) {
        CustomerName customer = run.customer().name();
        boolean mayWrite = !run.withholdsWrites();
        List<RemoteId> open = store.read(
                tx -> tx.links().unseenWithout(customer, run.kind(), run.id(), OptiplySellOrder.COMPLETED, mayWrite));
        if (!mayWrite) {
            return open;
        }
        Collection<RemoteId> unseen = new TreeSet<>(open);
        unseen.addAll(store.read(tx -> tx.grounds().unlisted(customer, run.kind(), run.id())));
        if (!unseen.isEmpty()) {
            store.saveRelaxed(Fence.within(run, tx -> tx.rereads().ask(customer, run.kind(), RunId.NONE, unseen)));
        }
        return List.copyOf(unseen);
    }
}
