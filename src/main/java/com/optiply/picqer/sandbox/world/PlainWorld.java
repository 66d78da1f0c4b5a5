package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.sandbox.picqer.PicqerShop;

/**
 * A shop of any size in which nothing is odd: two warehouses, one supplier for every two hundred products. Its products
 * take some thirty bytes each until somebody changes them, so that 200,000 of them leave the heap to what is measured.
 *
 * @param products how many, all active
 */
public record PlainWorld(int products) implements World {
    static final long MAIN_WAREHOUSE = 18;
    static final long SECOND_WAREHOUSE = 21;
    static final long FIRST_PRODUCT = 100_001;
    static final long FIRST_SUPPLIER = 9_401;

    private static final int PRODUCTS_PER_SUPPLIER = 200;

    public PlainWorld {
        if (products < 0) {
            throw new IllegalArgumentException("A shop has 0 products or more.");
        }
    }

    /** How many suppliers it has: Supplier 1, Supplier 2 and so on. */
    static int suppliers(int products) {
        return products / PRODUCTS_PER_SUPPLIER + 1;
    }

    @Override
    public void fill(PicqerShop shop, long seed) {
        shop.user().addWarehouse(MAIN_WAREHOUSE, "Hoofdmagazijn", 1, true, true);
        shop.user().addWarehouse(SECOND_WAREHOUSE, "Almere", 2, true, true);
        int suppliers = suppliers(products);
        for (int i = 1; i <= suppliers; i++) {
            shop.user()
                    .addSupplier(JsonNodeFactory.instance
                            .objectNode()
                            .put("name", "Supplier " + i)
                            .put("country", "NL"));
        }
        for (int i = 0; i < products; i++) {
            shop.putProduct(new PlainProduct(FIRST_PRODUCT + i, seed, FIRST_SUPPLIER + i % suppliers));
        }
    }
}
