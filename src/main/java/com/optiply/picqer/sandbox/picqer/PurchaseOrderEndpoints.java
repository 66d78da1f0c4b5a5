package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.EVERY_KEY;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /purchaseorders} and their lines. */
final class PurchaseOrderEndpoints {
    private final PicqerShop shop;
    private final Listing listing;

    PurchaseOrderEndpoints(PicqerShop shop, Listing listing) {
        this.shop = shop;
        this.listing = listing;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add("GET", "/purchaseorders", EVERY_KEY, this::list);
        endpoints.add(
                "GET",
                "/purchaseorders/{id}",
                EVERY_KEY,
                call -> Reply.ok(seen(call).json()));
        endpoints.add("POST", "/purchaseorders", EVERY_KEY, this::create);
        endpoints.add(
                "PUT",
                "/purchaseorders/{id}",
                EVERY_KEY,
                call -> Reply.ok(orders().changeHeader(id(call), call.body())));
        endpoints.add(
                "POST",
                "/purchaseorders/{id}/mark-as-purchased",
                EVERY_KEY,
                call -> Reply.ok(orders().markAsPurchased(id(call))));
        endpoints.add("POST", "/purchaseorders/{id}/cancel", EVERY_KEY, call -> Reply.ok(orders().cancel(id(call))));
        endpoints.add("POST", "/purchaseorders/{id}/close", EVERY_KEY, call -> Reply.ok(orders().close(id(call))));
        endpoints.add(
                "GET",
                "/purchaseorders/{id}/products",
                EVERY_KEY,
                call -> Reply.ok(DocumentLines.array(seen(call).document())));
        endpoints.add(
                "POST",
                "/purchaseorders/{id}/products",
                EVERY_KEY,
                call -> Reply.created(orders().addLine(id(call), call.body())));
        endpoints.add("PUT", "/purchaseorders/{id}/products/{id}", EVERY_KEY, this::changeLine);
        endpoints.add("DELETE", "/purchaseorders/{id}/products/{id}", EVERY_KEY, this::removeLine);
    }

    private PurchaseOrders orders() {
        return shop.purchaseOrders();
    }

    private Row seen(Call call) {
        Row row = orders().table().get(call.id());
        if (!call.key().sees(row)) {
            throw Refusal.notFound();
        }
        return row;
    }

    private long id(Call call) {
        return seen(call).position();
    }

    private Reply list(Call call) {
        Filters filters = new Filters(call)
                .equal("status", "idsupplier", "idwarehouse", "idfulfilment_customer")
                .after("updated_after", "updated", shop.switches().afterIsInclusive())
                .search("purchaseorderid", "supplier_orderid", "supplier_name", "remarks");
        return listing.page(orders().table(), call, filters);
    }

    private Reply create(Call call) {
        return Reply.created(orders().add(call.body(), call.key().fulfilmentCustomer()));
    }

    private Reply changeLine(Call call) {
        ObjectNode order = orders().changeLine(id(call), call.innerId(), call.body());
        return Reply.ok(orders().line(order, call.innerId()));
    }

    private Reply removeLine(Call call) {
        orders().removeLine(id(call), call.innerId());
        return Reply.empty();
    }
}
