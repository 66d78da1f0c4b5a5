package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.world.World;
import com.optiply.picqer.sandbox.world.Worlds;
import java.util.List;
import java.util.function.Consumer;

/** Where an address or a key leads that somebody got wrong in the customer's file. */
enum WrongAddress {
    /** The numbers of the products that we know are nobody's there. */
    OTHER_NUMBERS(world -> leadToShop(
            world, shop -> products(shop).subList(0, 2 * count(world)).forEach(shop.user()::removeProduct))),
    /** What we know are other products there, under the same numbers. */
    OTHER_PRODUCTS(world -> leadToShop(world, WrongAddress::callOtherwise)),
    EMPTY_SHOP(world -> leadToShop(world, shop -> products(shop).forEach(shop.user()::removeProduct))),
    /** The right shop does not know the key. */
    KEY_OF_ANOTHER(world -> world.choose(customer -> customer.getPicqer().setApiKey("of-another-shop"))),
    /** Somebody answers that there is nothing, whatever is asked. */
    NO_SHOP(world -> leadTo(world, world.sandbox().picqerUri("nobody").toString())),
    NO_SERVER(world -> leadTo(world, "http://localhost:1/api/v1"));

    private final Consumer<SyncWorld> way;

    WrongAddress(Consumer<SyncWorld> way) {
        this.way = way;
    }

    /** From now on the customer's file leads there. */
    void lead(SyncWorld world) {
        way.accept(world);
    }

    /** The customer's file is right again. */
    static void leadBack(SyncWorld world) {
        world.choose(customer -> customer.getPicqer().setApiKey(ShopOptions.KEY));
        leadTo(world, world.sandbox().picqerUri(SyncSetup.ACME.value()).toString());
    }

    /** Its warehouses and suppliers are numbered as those of the right one. */
    private static void leadToShop(SyncWorld world, Consumer<PicqerShop> change) {
        int products = 3 * count(world);
        int suppliers = world.shop().allSuppliers().size();
        World other = (shop, seed) -> {
            Worlds.plain(products).fill(shop, seed);
            while (shop.allSuppliers().size() < suppliers) {
                shop.user().addSupplier(fields().put("name", "Other supplier"));
            }
            change.accept(shop);
        };
        world.sandbox().addShop("other", ShopOptions.of(other).unlimited());
        leadTo(world, world.sandbox().picqerUri("other").toString());
    }

    private static void callOtherwise(PicqerShop shop) {
        products(shop).forEach(id -> shop.user()
                .changeProduct(id, fields().put("productcode", "OTHER-" + id).put("name", "Shirt " + id)));
    }

    private static void leadTo(SyncWorld world, String address) {
        world.choose(customer -> customer.getPicqer().setBaseUrl(address));
    }

    private static int count(SyncWorld world) {
        return world.shop().allProducts().size();
    }

    /** The numbers of a shop's products, the oldest first. */
    static List<Long> products(PicqerShop shop) {
        return shop.allProducts().stream()
                .map(row -> row.path("idproduct").asLong())
                .sorted()
                .toList();
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
