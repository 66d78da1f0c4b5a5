package com.optiply.picqer.flow.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.walk.Stretch;
import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One look through a list of Picqer's purchase orders for those that bear an order's mark. Confined to a thread. */
final class MarkSearch {
    private final Stretch list;
    private final ExportMarkers markers;
    private final boolean isPicqerThrough;
    private final List<FoundPurchaseOrder> found = new ArrayList<>();

    MarkSearch(Stretch list, ExportMarkers markers, boolean isPicqerThrough) {
        this.list = list;
        this.markers = markers;
        this.isPicqerThrough = isPicqerThrough;
    }

    PicqerRequest next() {
        return list.request();
    }

    /** Takes a page; what bears the mark is kept, the oldest first. */
    void take(OptiplyId order, PicqerAnswer answer) {
        List<JsonNode> rows = list.rows(answer);
        list.take(rows.stream().map(MarkLookup::key).toList());
        rows.stream()
                .flatMap(row -> FoundPurchaseOrder.read(row).stream())
                .filter(bearer -> markers.claimedBy(bearer).contains(order))
                .filter(bearer -> !found.contains(bearer))
                .forEach(found::add);
        found.sort(Comparator.comparingLong(bearer -> bearer.id().value()));
    }

    boolean hasEnded() {
        return list.hasEnded();
    }

    /** Whether Picqer must have been through with whatever was sent when the look for it began. */
    boolean isPicqerThrough() {
        return isPicqerThrough;
    }

    /** What bears its mark in Picqer, the oldest first. */
    List<FoundPurchaseOrder> found() {
        return found;
    }
}
