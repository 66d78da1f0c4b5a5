package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.ADMIN_KEYS;

/** {@code /suppliers}: closed to fulfilment keys. */
final class SupplierEndpoints {
    private final PicqerShop shop;
    private final Listing listing;

    SupplierEndpoints(PicqerShop shop, Listing listing) {
        this.shop = shop;
        this.listing = listing;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add("GET", "/suppliers", ADMIN_KEYS, this::list);
        endpoints.add(
                "GET",
                "/suppliers/{id}",
                ADMIN_KEYS,
                call -> Reply.ok(shop.suppliers().get(call.id()).json()));
        // Picqer answers this one creation with 200, on purpose.
        endpoints.add(
                "POST",
                "/suppliers",
                ADMIN_KEYS,
                call -> Reply.ok(shop.suppliers().add(call.body())));
        endpoints.add(
                "PUT",
                "/suppliers/{id}",
                ADMIN_KEYS,
                call -> Reply.ok(shop.suppliers().change(call.id(), call.body())));
    }

    private Reply list(Call call) {
        Suppliers suppliers = shop.suppliers();
        return listing.page(call.flag("inactive") ? suppliers.inactive() : suppliers.active(), call, new Filters(call));
    }
}
