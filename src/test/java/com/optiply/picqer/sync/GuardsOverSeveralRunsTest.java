package com.optiply.picqer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.HoldAction;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The limits are those of one run: what an earlier one left held waits, and what a later one adds is judged alone. */
@OnEveryDatabase
class GuardsOverSeveralRunsTest {
    private static final int PRODUCTS = 20;

    private final ProductSync sync;

    GuardsOverSeveralRunsTest(Store store) {
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(PRODUCTS));
    }

    @Test
    void whatIsHeldWaitsOnAndHoldsNotTheFewOfALaterRun() {
        sync.run();
        deactivate(1, 3);
        sync.run();
        deactivate(4, 5);

        RunReport few = sync.run();

        assertThat(few.counts().written().patch()).isEqualTo(2);
        assertThat(few.counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.optiply.bySku(4).path("status").asText()).isEqualTo("disabled");
        deactivate(6, 8);
        RunReport tooMany = sync.run();
        assertThat(tooMany.counts().parked()).isEqualTo(Map.of("held", 6L));
        assertThat(sync.approve(tooMany)).isEqualTo(Map.of(HoldAction.DISABLE, 6L));
    }

    private void deactivate(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(id -> sync.shop.active(id, false));
    }
}
