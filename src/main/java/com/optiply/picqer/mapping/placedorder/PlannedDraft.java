package com.optiply.picqer.mapping.placedorder;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.SupplierId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was to be created in Picqer, held against what is there: whoever copies or edits an order keeps its mark, so
 * that the mark alone does not say that it is as it was placed. Pure.
 */
public final class PlannedDraft {
    private static final ExportMarkers OURS = new ExportMarkers(List.of());

    private final JsonNode draft;

    private PlannedDraft(JsonNode draft) {
        this.draft = draft;
    }

    /** @param draft JSON, as {@link PlacedOrderMapper} made it */
    public static PlannedDraft of(String draft) {
        return new PlannedDraft(Attributes.parse(draft).toNode());
    }

    /** Whether it bears this mark, and has this supplier and as many pieces of each product, on whatever lines. */
    public boolean isIn(FoundPurchaseOrder there) {
        Map<ProductId, Long> found = there.lines().stream()
                .collect(toMap(FoundPurchaseOrder.Line::product, FoundPurchaseOrder.Line::amount, Long::sum));
        return bearsItsMark(there) && isOfItsSupplier(there) && found.equals(pieces());
    }

    private Map<ProductId, Long> pieces() {
        Map<ProductId, Long> pieces = new HashMap<>();
        draft.path("products")
                .forEach(line -> pieces.merge(
                        new ProductId(line.path("idproduct").asLong()),
                        line.path("amount").asLong(),
                        Long::sum));
        return pieces;
    }

    private boolean bearsItsMark(FoundPurchaseOrder there) {
        return OURS.claimedBy(there).stream()
                .map(ExportMarkers::marker)
                .anyMatch(draft.path("supplier_orderid").asText()::equals);
    }

    private boolean isOfItsSupplier(FoundPurchaseOrder there) {
        JsonNode id = draft.path("idsupplier");
        return id.isMissingNode()
                ? SupplierKey.ofName(draft.path("supplier_name").asText())
                        .equals(SupplierKey.ofName(there.supplierName()))
                : new SupplierId(id.asLong()).equals(there.supplier());
    }
}
