package com.optiply.picqer.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import com.optiply.picqer.sandbox.picqer.Stock;
import com.optiply.picqer.sandbox.world.AwkwardCase;
import com.optiply.picqer.sandbox.world.AwkwardWorld;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A morning's work in Picqer: one edit of every kind, each on a product of its own. */
final class ShopEdits {
    private static final String PLAIN_CODE = "SKU-";

    private final long mainWarehouse;
    private final Iterator<ObjectNode> active;
    private final Iterator<ObjectNode> inactive;
    private final List<ShopEdit> edits = new ArrayList<>();

    private ShopEdits(PicqerShop shop, long mainWarehouse) {
        this.mainWarehouse = mainWarehouse;
        this.active = plain(shop, true).iterator();
        this.inactive = plain(shop, false).iterator();
    }

    static List<ShopEdit> of(PicqerShop shop, long mainWarehouse) {
        ShopEdits edits = new ShopEdits(shop, mainWarehouse);
        edits.addValues();
        edits.addStatuses();
        edits.addArrivals();
        return List.copyOf(edits.edits);
    }

    private void addValues() {
        on(active, "7 pieces lie on the shelf after a count", (user, id) -> setStock(user, id, Stock.of(7)));
        on(active, "4 more are promised than are there", (user, id) -> setStock(user, id, new Stock(0, 4, 0, 0)));
        on(active, "the price becomes 19.95", (user, id) -> user.changeProduct(id, price("19.95")));
        on(active, "somebody types 12,500,000 for a price, which Optiply does not take", (user, id) -> {
            user.changeProduct(id, price("12500000"));
        });
        on(active, "it is called \"Brass coupling\" now", (user, id) -> {
            user.changeProduct(id, fields().put("name", "Brass coupling"));
        });
        on(active, "it gets a description, which is none of Optiply's business", (user, id) -> {
            user.changeProduct(id, fields().put("description", "Frost-proof."));
        });
    }

    private void addStatuses() {
        on(active, "it is taken out of the range: inactive", ShopUser::inactivateProduct);
        on(active, "its stock is not kept any more: type unlimited_stock", (user, id) -> {
            user.changeProduct(id, fields().put("type", "unlimited_stock"));
        });
        on(active, "it is removed altogether", ShopUser::removeProduct);
        on(inactive, "it is back in the range: active", ShopUser::activateProduct);
    }

    private void addArrivals() {
        AwkwardCase parked = AwkwardWorld.named("stock-words").orElseThrow();
        add(
                "CASE-" + parked.name(),
                "its stock, which was words, is counted: 9 pieces",
                user -> setStock(user, parked.idproduct(), Stock.of(9)));
        add(
                "NEW-1",
                "a new product",
                user -> user.addProduct(price("8.50")
                        .put("productcode", "NEW-1")
                        .put("name", "Watering can 10 l")
                        .put("barcode", "8710000000017")));
    }

    private void on(Iterator<ObjectNode> products, String told, BiConsumer<ShopUser, Long> edit) {
        ObjectNode product = products.next();
        long id = product.path("idproduct").asLong();
        add(product.path("productcode").asText(), told, user -> edit.accept(user, id));
    }

    private void add(String code, String told, Consumer<ShopUser> edit) {
        edits.add(new ShopEdit("%-16s %s".formatted(code, told), edit));
    }

    private void setStock(ShopUser user, long id, Stock stock) {
        user.setStock(id, mainWarehouse, stock);
    }

    private static ObjectNode price(String price) {
        return fields().put("price", new BigDecimal(price));
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<ObjectNode> plain(PicqerShop shop, boolean isActive) {
        return shop.allProducts().stream()
                .filter(product -> product.path("productcode").asText().startsWith(PLAIN_CODE))
                .filter(product -> product.path("active").asBoolean() == isActive)
                .toList();
    }
}
