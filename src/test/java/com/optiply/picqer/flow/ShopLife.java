package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/** What people in a shop of plain products do between runs, drawn from a seed. */
final class ShopLife {
    private static final int SOLD_AND_BOUGHT = 12;

    private final SyncWorld world;
    private final List<Long> products;
    private final List<Integer> stocks;

    ShopLife(SyncWorld world, long seed) {
        this.world = world;
        SplittableRandom random = new SplittableRandom(seed);
        List<ObjectNode> rows = world.shop().allProducts();
        products = random.ints(0, rows.size())
                .distinct()
                .limit(SOLD_AND_BOUGHT)
                .mapToObj(index -> rows.get(index).path("idproduct").asLong())
                .toList();
        stocks = products.stream().map(id -> 10 + random.nextInt(500)).toList();
        stockUp(0);
    }

    /** Stock goes up; names, a price and a barcode change; two are taken out of the range and one is new. */
    void firstChanges() {
        stockUp(10);
        change(products.get(0), fields().put("name", "Renamed"));
        change(products.get(1), fields().put("price", 17).put("name", "Renamed and dearer"));
        change(products.get(2), fields().put("barcode", ""));
        world.user().inactivateProduct(products.get(3));
        world.user().inactivateProduct(products.get(4));
        change(products.get(5), fields().put("type", "unlimited_stock"));
        world.user()
                .addProduct(
                        fields().put("productcode", "NEW-1").put("name", "New").put("price", 5));
    }

    /** Stock falls back to what it was; one product returns, another goes. */
    void secondChanges() {
        stockUp(0);
        change(products.get(0), fields().put("name", "Renamed again"));
        world.user().activateProduct(products.get(3));
        change(products.get(5), fields().put("type", "normal"));
        world.user().inactivateProduct(products.get(6));
        world.user()
                .addProduct(fields().put("productcode", "NEW-2")
                        .put("name", "Newer")
                        .put("price", 6));
    }

    private void stockUp(int more) {
        for (int i = 0; i < products.size(); i++) {
            world.setStock(products.get(i), stocks.get(i) + more);
        }
    }

    private void change(long idproduct, ObjectNode fields) {
        world.user().changeProduct(idproduct, fields);
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
