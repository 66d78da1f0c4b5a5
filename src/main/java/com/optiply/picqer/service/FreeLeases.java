package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.run.AccountLeases;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Customers for whom no process works, though this one is there to: a free lease is taken within seconds, so one that
 * stays free for its term says that nobody tends them. Thread-safe.
 */
final class FreeLeases {
    private final Store store;
    private final LongSupplier nanos;
    private final Map<CustomerName, Long> freeSince = new ConcurrentHashMap<>();

    /** @param nanos a monotonic clock */
    FreeLeases(Store store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    /** Whether the lease was free whenever this was asked for longer than its term. */
    boolean isFreeForLong(CustomerName customer) {
        if (store.read(tx -> tx.leases().holder(customer)).isPresent()) {
            freeSince.remove(customer);
            return false;
        }
        long now = nanos.getAsLong();
        return now - freeSince.computeIfAbsent(customer, first -> now) > AccountLeases.TERM.toNanos();
    }
}
