package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.SWITCHED;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
                "GET", "/receipts/{id}", SWITCHED, call -> Reply.ok(seen(call).json()));
        endpoints.add(
                "POST", "/receipts", SWITCHED, call -> Reply.created(receipts().add(call.body(), 2)));
        endpoints.add("PUT", "/receipts/{id}", SWITCHED, this::change);
        endpoints.add("DELETE", "/receipts/{id}", SWITCHED, this::remove);
        endpoints.add(
                "POST",
                "/receipts/{id}/products",
                SWITCHED,
                call -> Reply.created(receipts().addProduct(seen(call).position(), call.body())));
        endpoints.add(
                "POST",
                "/receipts/{id}/products/{id}/revert",
                SWITCHED,
                call -> Reply.ok(receipts().revert(seen(call).position(), call.innerId())));
    }

    private Receipts receipts() {
        return shop.receipts();
    }

    private Reply list(Call call) {
        boolean inclusive = shop.switches().afterIsInclusive();
        Filters filters = new Filters(call, receipt -> isOf(call.key(), receipt))
                .equal("receiptid", "status")
                .where("idpurchaseorder", (row, id) -> id.equals(row.text("purchaseorder.idpurchaseorder")))
                .where("idsupplier", (row, id) -> id.equals(row.text("supplier.idsupplier")))
                .after("updated_after", "updated", inclusive)
                .after("completed_after", "completed_at", inclusive);
        return listing.page(receipts().table(), call, filters);
    }

    private Row seen(Call call) {
        Row receipt = receipts().table().get(call.id());
        if (!isOf(call.key(), receipt)) {
            throw Refusal.notFound();
        }
        return receipt;
    }

    /** A receipt does not name a fulfilment customer; it is whose its purchase order is. */
    private boolean isOf(ApiKey key, Row receipt) {
        String order = receipt.text("purchaseorder.idpurchaseorder");
        return key.fulfilmentCustomer() == null
                || order != null
                        && shop.purchaseOrders()
                                .table()
                                .find(Long.parseLong(order))
                                .filter(key::sees)
                                .isPresent();
    }

    private Reply change(Call call) {
        ObjectNode fields = call.body();
        if (!fields.path("status").asText().equals("completed")) {
            throw Refusal.missing("status");
        }
        return Reply.ok(receipts().complete(seen(call).position()));
    }

    private Reply remove(Call call) {
        receipts().remove(seen(call).position());
        return Reply.empty();
    }
}
