package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.sync.run.AccountLeases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the health says that nobody works for a customer. */
class FreeLeasesTest {
    private static final CustomerName ACME = new CustomerName("acme");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void aLeaseThatNobodyTakesForItsTermIsFreeForLong() {
        try (Store store = Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null))) {
            FreeLeases free = new FreeLeases(store, nanos::get);
            assertThat(free.isFreeForLong(ACME)).as("just started").isFalse();
            pass(AccountLeases.TERM);
            assertThat(free.isFreeForLong(ACME)).isFalse();
            pass(Duration.ofSeconds(1));
            assertThat(free.isFreeForLong(ACME)).isTrue();

            store.durably(tx -> tx.leases().acquire(ACME, "elsewhere:1:abc", Duration.ofMinutes(1)));
            assertThat(free.isFreeForLong(ACME)).isFalse();
            store.saveDurably(tx -> tx.leases().release(ACME, "elsewhere:1:abc"));

            assertThat(free.isFreeForLong(ACME)).as("from now on").isFalse();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
