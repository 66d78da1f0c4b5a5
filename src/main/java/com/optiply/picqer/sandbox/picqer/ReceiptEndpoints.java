package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.SWITCHED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** {@code /receipts}: both versions are listed, only the second can be made. */
final class ReceiptEndpoints {
    private final PicqerShop shop;
    private final Listing listing;

    ReceiptEndpoints(PicqerShop shop, Listing listing) {
        this.shop = shop;
        this.listing = listing;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add("GET", "/receipts", SWITCHED, this::list);
        endpoints.add(
                "GET",
                "/receipts/{id}",
                SWITCHED,
                call -> Reply.ok(receipts().table().get(call.id()).json()));
        endpoints.add(
                "POST", "/receipts", SWITCHED, call -> Reply.created(receipts().add(call.body(), 2)));
        endpoints.add("PUT", "/receipts/{id}", SWITCHED, this::change);
        endpoints.add("DELETE", "/receipts/{id}", SWITCHED, this::remove);
        endpoints.add(
                "POST",
                "/receipts/{id}/products",
                SWITCHED,
                call -> Reply.created(receipts().addProduct(call.id(), call.body())));
        endpoints.add(
                "POST",
                "/receipts/{id}/products/{id}/revert",
                SWITCHED,
                call -> Reply.ok(receipts().revert(call.id(), call.innerId())));
    }

    private Receipts receipts() {
        return shop.receipts();
    }

    private Reply list(Call call) {
        boolean inclusive = shop.switches().afterIsInclusive();
        Filters filters = new Filters(call)
                .equal("receiptid", "status")
                .where("idpurchaseorder", (row, id) -> named(row, "purchaseorder", "idpurchaseorder", id))
                .where("idsupplier", (row, id) -> named(row, "supplier", "idsupplier", id))
                .after("updated_after", "updated", inclusive)
                .after("completed_after", "completed_at", inclusive);
        return listing.page(receipts().table(), call, filters.list());
    }

    private static boolean named(Row row, String object, String field, String id) {
        return Objects.equals(row.document().path(object).path(field).asText(), id);
    }

    private Reply change(Call call) {
        ObjectNode fields = call.body();
        if (!fields.path("status").asText().equals("completed")) {
            throw Refusal.missing("status");
        }
        return Reply.ok(receipts().complete(call.id()));
    }

    private Reply remove(Call call) {
        receipts().remove(call.id());
        return Reply.empty();
    }
}
