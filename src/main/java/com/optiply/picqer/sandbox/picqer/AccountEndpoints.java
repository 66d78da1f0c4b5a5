package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.EVERY_KEY;
import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.SWITCHED;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an account simply has: warehouses, VAT groups, its user. These lists run upwards by id. */
final class AccountEndpoints {
    private final PicqerShop shop;
    private final Listing listing;

    AccountEndpoints(PicqerShop shop, Listing listing) {
        this.shop = shop;
        this.listing = listing;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add(
                "GET", "/warehouses", SWITCHED, call -> page(shop.warehouses().table(), call));
        endpoints.add(
                "GET",
                "/warehouses/{id}",
                SWITCHED,
                call -> Reply.ok(shop.warehouses().table().get(call.id()).json()));
        endpoints.add(
                "GET", "/vatgroups", EVERY_KEY, call -> page(shop.vatGroups().table(), call));
        endpoints.add(
                "GET",
                "/vatgroups/{id}",
                EVERY_KEY,
                call -> Reply.ok(shop.vatGroups().table().get(call.id()).json()));
        endpoints.add("GET", "/users/me", EVERY_KEY, call -> Reply.ok(me()));
    }

    private Reply page(Table table, Call call) {
        return listing.page(table.oldestFirst().map(Row::json), call);
    }

    private static ObjectNode me() {
        return PicqerJson.object()
                .put("iduser", PicqerShop.USER)
                .put("username", "sjansen")
                .put("firstname", "S.")
                .put("first_name", "S.")
                .put("lastname", "Jansen")
                .put("last_name", "Jansen")
                .put("emailaddress", "s.jansen@example.org")
                .putNull("language")
                .put("admin", true)
                .put("active", true)
                .putNull("last_login_at")
                .put("created_at", "2024-01-08 09:00:00")
                .putNull("updated_at");
    }
}
