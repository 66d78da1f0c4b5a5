package com.optiply.picqer.sandbox.picqer;

import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.ADMIN_KEYS;
import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.EVERY_KEY;
import static com.optiply.picqer.sandbox.picqer.Endpoints.Access.SWITCHED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.StockHistory.Cause;
import java.util.stream.Stream;

/** Stock, its history, and the settings of a product in a warehouse. */
final class StockEndpoints {
    private final PicqerShop shop;
    private final Listing listing;

    StockEndpoints(PicqerShop shop, Listing listing) {
        this.shop = shop;
        this.listing = listing;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add("GET", "/products/{id}/stock", EVERY_KEY, this::stock);
        endpoints.add("GET", "/products/{id}/stock/{id}", EVERY_KEY, this::stockInWarehouse);
        endpoints.add("POST", "/products/{id}/stock/{id}", EVERY_KEY, this::changeStock);
        endpoints.add("GET", "/products/{id}/warehouses", ADMIN_KEYS, this::settings);
        endpoints.add("PUT", "/products/{id}/warehouses/{id}", ADMIN_KEYS, this::changeSettings);
        endpoints.add("GET", "/warehouses/{id}/stock", SWITCHED, this::warehouseStock);
        endpoints.add("GET", "/stockhistory", EVERY_KEY, this::history);
        endpoints.add("GET", "/stockhistory/{id}", EVERY_KEY, this::historyRow);
    }

    private Row seen(Call call) {
        Row row = shop.products().get(call.id());
        if (!call.key().sees(row)) {
            throw Refusal.notFound();
        }
        return row;
    }

    private Reply stock(Call call) {
        return Reply.ok(seen(call).document().path("stock"));
    }

    private Reply stockInWarehouse(Call call) {
        ObjectNode product = seen(call).document();
        shop.warehouses().table().get(call.innerId());
        ObjectNode row = Stock.inWarehouse(product, call.innerId()).row(call.innerId());
        row.putArray("locations");
        return Reply.ok(row);
    }

    /** Stock may neither fall below zero nor below what picklists have reserved. */
    private Reply changeStock(Call call) {
        ObjectNode fields = call.body();
        Stock stock = Stock.inWarehouse(seen(call).document(), call.innerId());
        shop.warehouses().table().get(call.innerId());
        if (!fields.hasNonNull("reason")) {
            throw Refusal.missing("reason");
        }
        int change = change(fields, stock);
        if (stock.stock() + change < Math.max(0, stock.reservedPicklists())) {
            throw Refusal.tooLittleStock();
        }
        String reason = fields.path("reason").asText();
        Stock after = shop.stockHistory().book(call.id(), call.innerId(), change, Cause.API, reason);
        return Reply.ok(after.row(call.innerId()));
    }

    private static int change(ObjectNode fields, Stock stock) {
        if (fields.path("change").isIntegralNumber()) {
            return fields.path("change").asInt();
        }
        if (fields.path("amount").isIntegralNumber()) {
            return fields.path("amount").asInt() - stock.stock();
        }
        throw Refusal.missing("change or amount");
    }

    private Reply settings(Call call) {
        shop.products().get(call.id());
        ArrayNode rows = PicqerJson.array();
        for (long idwarehouse : shop.warehouses().ids()) {
            rows.add(shop.warehouseSettings().of(call.id(), idwarehouse));
        }
        return Reply.ok(rows);
    }

    private Reply changeSettings(Call call) {
        shop.products().get(call.id());
        shop.warehouses().table().get(call.innerId());
        return Reply.ok(shop.warehouseSettings().change(call.id(), call.innerId(), call.body()));
    }

    /** Products with neither stock nor reservations there are left out. */
    private Reply warehouseStock(Call call) {
        long idwarehouse = shop.warehouses().table().get(call.id()).position();
        Stream<byte[]> rows = listing.inOrder(shop.products().active())
                .filter(row -> row.isStockedIn(idwarehouse) && call.key().sees(row))
                .map(row -> warehouseRow(row.document(), idwarehouse));
        return listing.page(rows, call);
    }

    private static byte[] warehouseRow(ObjectNode product, long idwarehouse) {
        ObjectNode row = PicqerJson.object();
        row.set("idproduct", product.path("idproduct"));
        row.set("productcode", product.path("productcode"));
        row.set("stock", Stock.inWarehouse(product, idwarehouse).row(idwarehouse));
        return PicqerJson.bytes(row);
    }

    private Reply history(Call call) {
        Filters filters = new Filters(call, row -> seesProduct(call, row))
                .equal("idproduct", "idwarehouse", "iduser")
                .after("sincedate", "changed_at", true)
                .before("untildate", "changed_at");
        return listing.page(shop.stockHistory().table(), call, filters);
    }

    private Reply historyRow(Call call) {
        Row row = shop.stockHistory().table().get(call.id());
        if (!seesProduct(call, row)) {
            throw Refusal.notFound();
        }
        return Reply.ok(row.json());
    }

    /** The row itself does not say whose it is; its product does. */
    private boolean seesProduct(Call call, Row history) {
        if (call.key().fulfilmentCustomer() == null) {
            return true;
        }
        String idproduct = history.text("idproduct");
        return idproduct != null
                && shop.products()
                        .find(Long.parseLong(idproduct))
                        .filter(call.key()::sees)
                        .isPresent();
    }
}
