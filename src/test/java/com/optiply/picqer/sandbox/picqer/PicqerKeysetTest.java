package com.optiply.picqer.sandbox.picqer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A page by ids costs the same in a shop of any size: nobody looks at the rows outside it. */
class PicqerKeysetTest {
    private static final int ORDERS = 50_000;

    private final AtomicInteger looks = new AtomicInteger();
    private final PicqerClient picqer = PicqerClient.withProducts(0);

    /** Counts how often a list looked at a row, to filter it or to show it. */
    private record WatchedRow(long position, AtomicInteger looks) implements Row {
        @Override
        public byte[] json() {
            looks.incrementAndGet();
            return ("{\"idorder\":" + position + "}").getBytes(UTF_8);
        }

        @Override
        public @Nullable String text(String field) {
            looks.incrementAndGet();
            return field.equals("status") ? "paused" : null;
        }
    }

    PicqerKeysetTest() {
        for (long id = 1; id <= ORDERS; id++) {
            picqer.shop.putOrder(new WatchedRow(id, looks), 0);
        }
    }

    @Test
    void looksOnlyAtTheRowsOfThePage() {
        assertThat(picqer.get("/orders?sinceid=100&beforeid=40000&offset=300").each("idorder"))
                .hasSize(100)
                .startsWith("39699")
                .endsWith("39600");
        assertThat(looks).hasValue(100);
    }

    @Test
    void filtersOnlyTheRowsBetweenTheIds() {
        assertThat(picqer.get("/orders?sinceid=100&beforeid=151&status=paused").each("idorder"))
                .hasSize(50);
        assertThat(looks).hasValue(100);
    }

    @Test
    void looksNoFurtherThanThePageThatItFills() {
        assertThat(picqer.get("/orders?status=paused").each("idorder"))
                .hasSize(100)
                .startsWith("50000");
        assertThat(looks).hasValue(200);
    }
}
