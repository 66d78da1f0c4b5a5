package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.ADMIN_KEYS;
import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.EVERY_KEY;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.Parts.Part;

/** {@code /products} and what hangs below it, but stock. */
final class ProductEndpoints {
    private final PicqerShop shop;
    private final Listing listing;

    ProductEndpoints(PicqerShop shop, Listing listing) {
        this.shop = shop;
        this.listing = listing;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add("GET", "/products", EVERY_KEY, this::list);
        endpoints.add(
                "GET", "/products/{id}", EVERY_KEY, call -> Reply.ok(seen(call).json()));
        endpoints.add("POST", "/products", EVERY_KEY, this::create);
        endpoints.add("PUT", "/products/{id}", EVERY_KEY, this::change);
        endpoints.add("POST", "/products/{id}/activate", ADMIN_KEYS, call -> activate(call, true));
        endpoints.add("POST", "/products/{id}/inactivate", ADMIN_KEYS, call -> activate(call, false));
        endpoints.add("GET", "/products/{id}/expected", EVERY_KEY, this::expected);
        endpoints.add("GET", "/products/{id}/parts", EVERY_KEY, this::parts);
        endpoints.add("POST", "/products/{id}/parts", EVERY_KEY, this::addPart);
        endpoints.add("GET", "/products/{id}/parts/{id}", EVERY_KEY, this::part);
        endpoints.add("PUT", "/products/{id}/parts/{id}", EVERY_KEY, this::changePart);
        endpoints.add("DELETE", "/products/{id}/parts/{id}", EVERY_KEY, this::removePart);
    }

    /** There is no "changed since" on products: {@code updated_after} is one of the parameters nobody listens to. */
    private Reply list(Call call) {
        Table table = call.flag("inactive")
                ? shop.products().inactive()
                : shop.products().active();
        Filters filters = new Filters(call)
                .equal("productcode", "idsupplier", "type", "idfulfilment_customer")
                .oneOf("idproducts", "idproduct")
                .tag()
                .search("productcode", "name", "barcode");
        return listing.page(table, call, filters);
    }

    /** A product of another fulfilment customer does not exist for this key. */
    private Row seen(Call call) {
        Row row = shop.products().get(call.id());
        if (!call.key().sees(row)) {
            throw Refusal.notFound();
        }
        return row;
    }

    private Reply create(Call call) {
        ObjectNode fields = call.body();
        if (call.key().fulfilmentCustomer() != null) {
            fields.put("idfulfilment_customer", call.key().fulfilmentCustomer());
        }
        return Reply.created(shop.products().add(fields));
    }

    private Reply change(Call call) {
        return Reply.ok(shop.products().change(seen(call).position(), call.body()));
    }

    private Reply activate(Call call, boolean on) {
        return Reply.ok(shop.products().activate(call.id(), on));
    }

    private Reply expected(Call call) {
        return Reply.ok(shop.purchaseOrders().expected(seen(call).position()));
    }

    private Reply parts(Call call) {
        Row product = seen(call);
        ArrayNode rows = shop.parts().rows(call.id(), call.flag("nested"));
        boolean found =
                switch (shop.switches().partsOfOthers()) {
                    case EMPTY_LIST -> true;
                    case NOT_FOUND -> ProductDocument.isComposition(product);
                    case NOT_FOUND_WITHOUT_PARTS -> !rows.isEmpty();
                };
        if (!found) {
            throw Refusal.notFound();
        }
        return Reply.ok(rows);
    }

    private Reply part(Call call) {
        seen(call);
        return Reply.ok(shop.parts().row(shop.parts().get(call.id(), call.innerId())));
    }

    private Reply addPart(Call call) {
        seen(call);
        ObjectNode fields = call.body();
        if (!fields.hasNonNull("idproduct") || !fields.hasNonNull("amount")) {
            throw Refusal.missing("idproduct, amount");
        }
        int amount = PurchaseOrderLines.amount(fields.path("amount"));
        Part part = shop.parts().add(call.id(), fields.path("idproduct").asLong(), amount);
        return Reply.created(shop.parts().row(part));
    }

    private Reply changePart(Call call) {
        seen(call);
        int amount = PurchaseOrderLines.amount(call.body().path("amount"));
        return Reply.ok(shop.parts().row(shop.parts().change(call.id(), call.innerId(), amount)));
    }

    private Reply removePart(Call call) {
        seen(call);
        shop.parts().remove(call.id(), call.innerId());
        return Reply.empty();
    }
}
