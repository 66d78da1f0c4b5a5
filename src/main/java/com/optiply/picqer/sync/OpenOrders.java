package com.optiply.picqer.sync;

import com.optiply.picqer.optiply.OptiplySellOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import java.util.List;

/** Orders that Optiply holds as open. Thread-safe. */
public final class OpenOrders {
    private final Store store;

    public OpenOrders(Store store) {
        this.store = store;
    }

    /** Those that this run has not seen in Picqer. */
    public List<RemoteId> unseen(Run run) {
        return store.read(tx ->
                tx.links().unseenWithout(run.customer().name(), run.kind(), run.id(), OptiplySellOrder.COMPLETED));
    }
}
