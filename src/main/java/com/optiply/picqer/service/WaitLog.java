package com.optiply.picqer.service;

import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.WaitListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log that an account is waited for: not of every hiccup, and not more often than a person needs it. */
final class WaitLog implements WaitListener {
    private static final Logger LOG = LoggerFactory.getLogger(WaitLog.class);
    private static final Duration HICCUP = Duration.ofSeconds(3);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final Map<AccountOf, Long> told = new ConcurrentHashMap<>();

    private record AccountOf(String customer, Account account) {}

    /** @param nanos monotonic */
    WaitLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void waits(String customer, Failure why, Duration lasted, Duration wait) {
        if (lasted.plus(wait).compareTo(HICCUP) >= 0 && isTime(new AccountOf(customer, why.account()))) {
            LOG.info(
                    "Customer {}: {} It has been so for {} s; tried again in {} s.",
                    customer,
                    why.getMessage(),
                    lasted.toSeconds(),
                    Math.max(1, wait.toSeconds()));
        }
    }

    private boolean isTime(AccountOf account) {
        long now = nanos.getAsLong();
        Long before = told.get(account);
        boolean isTime = before == null || now - before >= EVERY.toNanos();
        // Of several threads that wait for the same account, one tells.
        return isTime && (before == null ? told.putIfAbsent(account, now) == null : told.replace(account, before, now));
    }
}
