package com.optiply.picqer.service;

import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.WaitListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log that an account is waited for: not of every hiccup, and not more often than a person needs it. */
final class WaitLog implements WaitListener {
    private static final Logger LOG = LoggerFactory.getLogger(WaitLog.class);
    private static final Duration HICCUP = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final Consumer<String> told;
    private final Map<AccountOf, Long> lastTold = new ConcurrentHashMap<>();

    private record AccountOf(String customer, Account account) {}

    WaitLog() {
        this(System::nanoTime, LOG::info);
    }

    /** @param nanos monotonic */
    WaitLog(LongSupplier nanos, Consumer<String> told) {
        this.nanos = nanos;
        this.told = told;
    }

    @Override
    public void waits(String customer, Account account, String why, Duration lasted, Duration wait) {
        if (lasted.plus(wait).compareTo(HICCUP) >= 0 && isTime(new AccountOf(customer, account))) {
            told.accept("Customer %s: %s It has been so for %d s; tried again in %d s."
                    .formatted(customer, why, lasted.toSeconds(), Math.max(1, wait.toSeconds())));
        }
    }

    private boolean isTime(AccountOf account) {
        long now = nanos.getAsLong();
        Long before = lastTold.get(account);
        boolean isTime = before == null || now - before >= EVERY.toNanos();
        // Of several threads that wait for the same account, one tells.
        return isTime
                && (before == null
                        ? lastTold.putIfAbsent(account, now) == null
                        : lastTold.replace(account, before, now));
    }
}
