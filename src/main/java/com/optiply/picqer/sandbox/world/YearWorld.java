package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.world.WholeCase.Kind;

/**
 * A year of an ordinary shop, ending the day before a sandbox begins: what was sold, ordered and received. Nothing in
 * it is odd. What a record holds follows from the seed and its number alone.
 */
public record YearWorld(ShopSize size) implements World {
    static final long FIRST_ORDER = CaseBook.firstId(Kind.ORDER);
    static final long FIRST_PURCHASE_ORDER = CaseBook.firstId(Kind.PURCHASE_ORDER);
    static final long FIRST_RECEIPT = CaseBook.firstId(Kind.RECEIPT);

    @Override
    public void fill(PicqerShop shop, long seed) {
        shop.user().addWarehouse(PlainWorld.MAIN_WAREHOUSE, "Hoofdmagazijn", 1, true, true);
        shop.user().addWarehouse(PlainWorld.SECOND_WAREHOUSE, "Almere", 2, true, true);
        addSuppliers(shop);
        for (int i = 0; i < size.products(); i++) {
            shop.putProduct(new PlainProduct(
                    PlainWorld.FIRST_PRODUCT + i, seed, PlainWorld.FIRST_SUPPLIER + i % size.suppliers()));
        }
        new YearOfPurchases(size, seed).addTo(shop);
        new YearOfOrders(size, seed).addTo(shop);
    }

    private void addSuppliers(PicqerShop shop) {
        for (int i = 1; i <= size.suppliers(); i++) {
            shop.user()
                    .addSupplier(JsonNodeFactory.instance
                            .objectNode()
                            .put("name", "Supplier " + i)
                            .put("country", "NL"));
        }
    }
}
