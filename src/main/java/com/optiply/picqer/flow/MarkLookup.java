package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.DoorTime;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.mapping.ExportMarkers;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.store.Leg;
import com.optiply.picqer.sync.Origins;
import com.optiply.picqer.sync.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Looks in Picqer for an order by its mark: among the purchase orders of its supplier that were changed since a little
 * before it can have been created (mapping.md, "Writing out purchase orders").
 */
public final class MarkLookup {
    static final String PATH = "/purchaseorders";

    private final Duration settleAfter;
    private final DoorTime time;

    /** @param settleAfter how long Picqer may still be busy with a request whose answer was lost */
    public MarkLookup(Duration settleAfter, DoorTime time) {
        this.settleAfter = settleAfter;
        this.time = time;
    }

    /** Waits until Picqer must be through with what was sent at that moment. */
    void await(Instant sent) throws InterruptedException {
        Duration left = Duration.between(time.now(), sent.plus(settleAfter));
        if (left.compareTo(Duration.ZERO) > 0) {
            time.pause(left);
        }
    }

    PicqerRequest next(Run run, Exporting one) {
        Stretch stretch = one.lookup;
        if (stretch == null) {
            stretch = begin(run, one);
            one.lookup = stretch;
        }
        return stretch.request();
    }

    /**
     * Before the first create all of the supplier's orders are looked through: an order may have been placed, and
     * marked, long before somebody approves of it here. What an earlier run sent cannot be older than that run.
     */
    private static Stretch begin(Run run, Exporting one) {
        Query filter = one.isResumed ? ChangedSince.since(one.export.since()) : Query.NONE;
        Query query = one.supplier().map(id -> filter.and("idsupplier", id)).orElse(filter);
        return new ListStretch(PATH, query, Leg.ACTIVE, run.customer().picqer().paging());
    }

    /** Takes a page; what bears the mark is kept, the oldest first. */
    void take(Run run, Exporting one, PicqerAnswer answer) {
        Stretch stretch = Objects.requireNonNull(one.lookup);
        List<JsonNode> rows = stretch.rows(answer);
        stretch.take(rows.stream().map(MarkLookup::key).toList());
        ExportMarkers markers = Origins.markers(run.customer());
        rows.stream()
                .flatMap(row -> FoundPurchaseOrder.read(row).stream())
                .filter(order -> markers.claimedBy(order.supplierOrderid(), order.remarks())
                        .contains(one.id()))
                .filter(order -> !one.found.contains(order))
                .forEach(one.found::add);
        one.found.sort(Comparator.comparingLong(order -> order.id().value()));
        one.isLookedFor = stretch.hasEnded();
    }

    private static String key(JsonNode row) {
        return row.path("idpurchaseorder").asText();
    }
}
