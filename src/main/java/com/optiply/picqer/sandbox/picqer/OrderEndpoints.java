package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.EVERY_KEY;

/** {@code /orders}, {@code /picklists} and {@code /backorders}. */
final class OrderEndpoints {
    private final PicqerShop shop;
    private final Listing listing;

    OrderEndpoints(PicqerShop shop, Listing listing) {
        this.shop = shop;
        this.listing = listing;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add("GET", "/orders", EVERY_KEY, this::list);
        endpoints.add(
                "GET", "/orders/{id}", EVERY_KEY, call -> Reply.ok(seen(call).json()));
        endpoints.add("POST", "/orders", EVERY_KEY, this::create);
        endpoints.add("PUT", "/orders/{id}", EVERY_KEY, call -> Reply.ok(orders().changeHeader(id(call), call.body())));
        endpoints.add("DELETE", "/orders/{id}", EVERY_KEY, this::cancel);
        endpoints.add("POST", "/orders/{id}/process", EVERY_KEY, call -> Reply.ok(orders().process(id(call))));
        endpoints.add("POST", "/orders/{id}/pause", EVERY_KEY, call -> Reply.ok(orders().pause(id(call))));
        endpoints.add("POST", "/orders/{id}/resume", EVERY_KEY, call -> Reply.ok(orders().resume(id(call))));
        endpoints.add("POST", "/orders/{id}/reopen", EVERY_KEY, call -> Reply.ok(orders().reopen(id(call))));
        endpoints.add(
                "POST",
                "/orders/{id}/change-to-concept",
                EVERY_KEY,
                call -> Reply.ok(orders().changeToConcept(id(call))));
        endpoints.add(
                "POST",
                "/orders/{id}/undo-cancellation",
                EVERY_KEY,
                call -> Reply.ok(orders().undoCancellation(id(call))));
        addLineEndpoints(endpoints);
        endpoints.add("GET", "/picklists", EVERY_KEY, this::picklists);
        endpoints.add("GET", "/picklists/{id}", EVERY_KEY, this::picklist);
        endpoints.add("POST", "/picklists/{id}/close", EVERY_KEY, this::closePicklist);
        endpoints.add("GET", "/backorders", EVERY_KEY, this::backorders);
    }

    private void addLineEndpoints(Endpoints endpoints) {
        endpoints.add(
                "GET",
                "/orders/{id}/products",
                EVERY_KEY,
                call -> Reply.ok(DocumentLines.array(seen(call).document())));
        endpoints.add(
                "POST",
                "/orders/{id}/products",
                EVERY_KEY,
                call -> Reply.created(orders().addLine(id(call), call.body())));
        endpoints.add(
                "PUT",
                "/orders/{id}/products/{id}",
                EVERY_KEY,
                call -> Reply.ok(orders().changeLine(id(call), call.innerId(), call.body())));
        endpoints.add("DELETE", "/orders/{id}/products/{id}", EVERY_KEY, this::removeLine);
    }

    private Reply removeLine(Call call) {
        orders().removeLine(id(call), call.innerId());
        return Reply.empty();
    }

    private Orders orders() {
        return shop.orders();
    }

    private Row seen(Call call) {
        return seen(call, orders().table());
    }

    private static Row seen(Call call, Table table) {
        Row row = table.get(call.id());
        if (!call.key().sees(row)) {
            throw Refusal.notFound();
        }
        return row;
    }

    private long id(Call call) {
        return seen(call).position();
    }

    /** The dates look at the creation only: a later change of an order shows in no filter. */
    private Reply list(Call call) {
        Filters filters = new Filters(call)
                .betweenIds()
                .after("sincedate", "created", shop.switches().afterIsInclusive())
                .before("untildate", "created")
                .equal("status", "reference", "emailaddress", "idcustomer", "idfulfilment_customer", "orderid")
                .where("idwarehouse", (order, idwarehouse) -> order.lists("warehouses", idwarehouse))
                .tag()
                .search("orderid", "reference", "deliveryname", "invoicename");
        return listing.page(orders().table(), call, filters);
    }

    private Reply create(Call call) {
        return Reply.created(orders().add(call.body(), call.key().fulfilmentCustomer()));
    }

    private Reply cancel(Call call) {
        orders().cancel(id(call));
        return Reply.empty();
    }

    private Reply picklists(Call call) {
        boolean inclusive = shop.switches().afterIsInclusive();
        Filters filters = new Filters(call)
                .betweenIds()
                .after("sincedate", "created", inclusive)
                .before("untildate", "created")
                .after("closed_after", "closed_at", inclusive)
                .before("closed_before", "closed_at")
                .equal("picklistid", "idwarehouse", "status");
        return listing.page(shop.fulfilment().picklists(), call, filters);
    }

    private Reply picklist(Call call) {
        return Reply.ok(seen(call, shop.fulfilment().picklists()).json());
    }

    private Reply closePicklist(Call call) {
        long id = seen(call, shop.fulfilment().picklists()).position();
        return Reply.ok(shop.fulfilment().closePicklist(id));
    }

    private Reply backorders(Call call) {
        Filters filters = new Filters(call)
                .betweenIds()
                .after("sincedate", "created_at", shop.switches().afterIsInclusive())
                .equal("idorder", "idproduct", "idcustomer");
        return listing.page(shop.fulfilment().backorders(), call, filters);
    }
}
