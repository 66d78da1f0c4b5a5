package com.optiply.picqer.flow.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.walk.ListStretch;
import com.optiply.picqer.flow.walk.Stretch;
import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.sync.export.Origins;
import com.optiply.picqer.sync.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All purchase orders in Picqer that bear a mark, whatever their supplier: listed once in a run, and only where an
 * import has to know which of those that bear the same is the oldest. Confined to the run's thread.
 */
public final class MarkBearers {
    private final Stretch list;
    private final ExportMarkers markers;
    private final Map<PurchaseOrderId, FoundPurchaseOrder> bearers = new LinkedHashMap<>();

    public MarkBearers(Run run) {
        this.list = new ListStretch(
                MarkLookup.PATH, Query.NONE, Leg.ACTIVE, run.customer().picqer().paging());
        this.markers = Origins.markers(run.customer());
    }

    public boolean hasEnded() {
        return list.hasEnded();
    }

    public PicqerRequest request() {
        return list.request();
    }

    public void take(PicqerAnswer answer) {
        List<JsonNode> rows = list.rows(answer);
        list.take(rows.stream().map(MarkLookup::key).toList());
        rows.stream()
                .flatMap(row -> FoundPurchaseOrder.read(row).stream())
                .filter(order -> !markers.claimedBy(order).isEmpty())
                .forEach(order -> bearers.put(order.id(), order));
    }

    public List<FoundPurchaseOrder> all() {
        return List.copyOf(bearers.values());
    }
}
