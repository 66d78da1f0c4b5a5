package com.optiply.picqer.sync.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.RunReport;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is held counts with what a later run adds: that run would do both. */
@OnEveryDatabase
class GuardsOverSeveralRunsTest {
    private static final int PRODUCTS = 20;

    private final ProductSync sync;

    GuardsOverSeveralRunsTest(Store store) {
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(PRODUCTS));
    }

    @Test
    void aListingThatGoesBadBitByBitStaysHeldAsAWhole() {
        sync.run();
        deactivate(1, 3);
        sync.run();
        deactivate(4, 5);

        RunReport worse = sync.run();

        assertThat(worse.counts().parked()).isEqualTo(Map.of("held", 5L));
        assertThat(worse.counts().written().patch()).isZero();
        assertThat(sync.optiply.bySku(4).path("status").asText()).isEqualTo("enabled");
        assertThat(sync.approve(worse)).isEqualTo(Map.of(HoldAction.DISABLE, 5L));
    }

    private void deactivate(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(id -> sync.shop.active(id, false));
    }
}
