package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WaitLogTest {
    private final AtomicLong now = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final WaitLog log = new WaitLog(now::get, told::add);

    @Test
    void keepsSilentAboutAHiccup() {
        waits("acme", 0, 1);
        waits("acme", 1, 1);

        assertThat(told).isEmpty();
    }

    @Test
    void saysWhatIsWaitedForAndHowLongItHasLasted() {
        waits("acme", 26, 17);

        assertThat(told)
                .containsExactly(
                        "Customer acme: Optiply answered GET /products with 503. It has been so for 26 s; tried"
                                + " again in 17 s.");
    }

    @Test
    void saysItOnceInFifteenSecondsForEachAccountHoweverManyWait() {
        for (int second = 0; second < 60; second++) {
            now.set(Duration.ofSeconds(second).toNanos());
            waits("acme", second, 8);
            waits("acme", second, 8);
            waits("beta", second, 8);
        }

        assertThat(told).hasSize(8);
        assertThat(told).filteredOn(line -> line.contains("acme")).hasSize(4);
    }

    private void waits(String customer, int lasted, int wait) {
        log.waits(
                customer,
                Account.OPTIPLY,
                "Optiply answered GET /products with 503.",
                Duration.ofSeconds(lasted),
                Duration.ofSeconds(wait));
    }
}
