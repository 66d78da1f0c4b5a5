package com.optiply.picqer.harness;

import com.optiply.picqer.flow.SyncWorld;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Counts of stock, of which some are wrong until the next one puts them right: 10, 20, 10. */
final class StockCounts {
    private final SyncWorld world;
    private @Nullable Long miscounted;
    private int right;

    StockCounts(SyncWorld world) {
        this.world = world;
    }

    /** Of that product, unless another one is still to be put right. */
    void count(long product, SplittableRandom random) {
        if (miscounted != null) {
            world.setStock(miscounted, right);
            miscounted = null;
            return;
        }
        if (random.nextBoolean()) {
            miscounted = product;
            right = stock(product);
        }
        world.setStock(product, random.nextInt(100));
    }

    private int stock(long product) {
        return ShopRows.row(world.shop().allProducts(), "idproduct", product)
                .path("stock")
                .path(0)
                .path("freestock")
                .asInt();
    }
}
