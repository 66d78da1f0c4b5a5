package com.optiply.picqer.sync.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.identity.OptiplyIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The leases that this process holds: only the holder of a customer's lease speaks to that customer's accounts.
 *
 * <p>A lease is a customer's and not an account's. Two customers who share an account, as two shops in one of Optiply's
 * do under couplings of their own, may be two processes' work at once. Nothing is written twice by that, because no two
 * files may have the same account and coupling, or the same shop and account, and a file that was renamed is no other
 * customer's ({@link OptiplyIdentity}); but each process keeps the whole budget.
 *
 * <p>A lease is believed for a little less than the database grants it, counted from before the database was asked, so
 * that a process that was paused stops speaking before another may begin. Both clocks of this machine have to say so:
 * the monotonic one stands still while the machine sleeps, and the other one is set back and forth. Thread-safe.
 */
public final class AccountLeases {
    /** How long a lease outlives its holder. */
    public static final Duration TERM = Duration.ofSeconds(30);
    /** How often the holder has to renew: several times a term. */
    public static final Duration RENEWAL = Duration.ofSeconds(5);

    private static final Duration MARGIN = Duration.ofSeconds(5);
    /** How long somebody may still wait for what was asked of a process that is gone. */
    private static final Duration AWAITED = Duration.ofHours(1);

    private final Store store;
    private final String holder;
    private final LongSupplier nanos;
    private final Clock clock;
    private final Map<CustomerName, Belief> believed = new ConcurrentHashMap<>();

    /** Up to when a lease is believed, by either clock. */
    private record Belief(long untilNanos, Instant until) {}

    /**
     * @param holder the name of this process, unlike that of any other on any machine
     * @param nanos a monotonic clock
     * @param clock one that goes on while the machine sleeps
     */
    public AccountLeases(Store store, String holder, LongSupplier nanos, Clock clock) {
        this.store = store;
        this.holder = holder;
        this.nanos = nanos;
        this.clock = clock;
    }

    /**
     * Takes the lease if it is free; whether this process has it now. What another process was at when it lost the
     * lease is over: its runs store nothing any more ({@link Fence}), and what was asked of it is asked again.
     */
    public boolean acquire(CustomerName customer) {
        Belief belief = belief();
        boolean acquired = store.durably(tx -> {
            boolean isOurs =
                    tx.leases().lastHolder(customer).filter(holder::equals).isPresent();
            boolean isTaken = tx.leases().acquire(customer, holder, TERM);
            if (isTaken && !isOurs) {
                tx.runs().interruptOthers(customer, holder, clock.instant());
                tx.requests().askAgain(customer, clock.instant().minus(AWAITED));
            }
            return isTaken;
        });
        if (acquired) {
            believed.put(customer, belief);
        } else {
            believed.remove(customer);
        }
        return acquired;
    }

    /** Takes the lease; one whose holder is known to run no more is not waited for. */
    public boolean acquireFromTheDead(CustomerName customer, Predicate<String> isGone) {
        if (acquire(customer)) {
            return true;
        }
        Optional<String> dead = holderOf(customer).filter(isGone);
        dead.ifPresent(gone -> store.saveDurably(tx -> tx.leases().release(customer, gone)));
        return dead.isPresent() && acquire(customer);
    }

    /** Whether this process may speak to the customer's accounts now. */
    public boolean holds(CustomerName customer) {
        Belief belief = believed.get(customer);
        return belief != null
                && nanos.getAsLong() - belief.untilNanos() < 0
                && clock.instant().isBefore(belief.until());
    }

    /** Prolongs every lease that this process has; one that was lost or given back meanwhile is not believed. */
    public void renew() {
        believed.keySet().forEach(customer -> {
            Belief belief = belief();
            boolean renewed = store.durably(tx -> tx.leases().renew(customer, holder, TERM));
            believed.computeIfPresent(customer, (same, before) -> renewed ? belief : null);
        });
    }

    public void release(CustomerName customer) {
        believed.remove(customer);
        store.saveDurably(tx -> tx.leases().release(customer, holder));
    }

    /** Gives back every lease that this process has, so that another need not wait for it to run out. */
    public void releaseAll() {
        List.copyOf(believed.keySet()).forEach(this::release);
    }

    /** Who has the lease, as that process named itself. */
    public Optional<String> holderOf(CustomerName customer) {
        return store.read(tx -> tx.leases().holder(customer));
    }

    /** Whether another process works for the customer now. */
    public boolean isAnothers(CustomerName customer) {
        return holderOf(customer).filter(name -> !name.equals(holder)).isPresent();
    }

    /** Throws {@link LeaseLostException} unless this process may speak to the customer's accounts now. */
    public void require(CustomerName customer) {
        if (!holds(customer)) {
            throw new LeaseLostException(customer);
        }
    }

    private Belief belief() {
        Duration term = TERM.minus(MARGIN);
        return new Belief(nanos.getAsLong() + term.toNanos(), clock.instant().plus(term));
    }
}
