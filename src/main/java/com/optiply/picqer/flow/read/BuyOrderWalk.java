package com.optiply.picqer.flow.read;

import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.ChangedRows;
import com.optiply.picqer.flow.walk.ChangedSince;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.flow.walk.SupplierAccess;
import com.optiply.picqer.flow.walk.UnlistedOrders;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderRows;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.lookup.OpenOrders;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * Which purchase orders a run reads: what was changed since they were last read, what waited, and all that are open.
 * Picqer does not promise that a receipt, or a change of its lines, counts as a change of the order (contract: Picqer
 * 14); so those that are on their way are read anew, and at last what was followed and is not among them any more.
 */
public final class BuyOrderWalk {
    private static final String PATH = "/purchaseorders";
    private static final Query ON_THEIR_WAY = Query.of("status", PurchaseOrderStatus.PURCHASED.code());

    private final ChangedRows changes;
    private final ReadSoFar readSoFar;
    private final UnlistedOrders unlisted;

    public BuyOrderWalk(ChangedRows changes, ReadSoFar readSoFar, OpenOrders openOrders) {
        this.changes = changes;
        this.readSoFar = readSoFar;
        this.unlisted = new UnlistedOrders(PATH, openOrders);
    }

    void open(Exchange exchange) {
        Run run = Variables.run(exchange);
        boolean isRead = ChangedSince.lastTold(run, PATH, readSoFar).isPresent();
        if (SupplierAccess.isRefused(run, readSoFar)) {
            changes.openWithAwaiting(exchange, PATH, Kind.SUPPLIERS);
        } else {
            changes.open(exchange, PATH);
        }
        if (isRead) {
            var paging = run.customer().picqer().paging();
            Walk.of(exchange).then(List.of(new ListStretch(PATH, ON_THEIR_WAY, Leg.ACTIVE, paging)));
        }
    }

    boolean hasNext(Exchange exchange) {
        return unlisted.hasNext(exchange);
    }

    PicqerRequest nextPage(Exchange exchange) {
        return changes.nextPage(exchange);
    }

    Walk.Taken<PicqerPurchaseOrder> take(Exchange exchange) {
        return changes.take(exchange, PATH, PurchaseOrderRows::read, PicqerPurchaseOrder::updated);
    }
}
