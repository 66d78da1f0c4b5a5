package com.optiply.picqer.flow;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;

/**
 * Keeps the comparison and the flows that write the same kind of record apart: what a flow writes while Optiply is
 * listed would look like somebody's edit, and repairing it would undo it. The flows among themselves need no turns.
 *
 * <p>A flow takes all its kinds at once and the comparison one at a time, holding none while it waits: so neither can
 * wait for the other for ever. Thread-safe; a turn may be ended by another thread than the one that began it.
 */
public final class Turns {
    private final Map<String, StampedLock> locks = new ConcurrentHashMap<>();

    /** A turn under way; ending it twice does nothing. */
    @FunctionalInterface
    interface Turn {
        void end();
    }

    /** Waits while the comparison is at one of these kinds. */
    Turn beside(CustomerName customer, Collection<Kind> kinds) throws InterruptedException {
        List<Turn> turns = new ArrayList<>();
        try {
            for (Kind kind : kinds.stream().sorted().toList()) {
                StampedLock lock = lock(customer, kind);
                turns.add(once(lock, lock.readLockInterruptibly()));
            }
        } catch (InterruptedException stopping) {
            turns.forEach(Turn::end);
            throw stopping;
        }
        return () -> turns.forEach(Turn::end);
    }

    /** Waits until no flow that writes this kind is under way. */
    Turn alone(CustomerName customer, Kind kind) throws InterruptedException {
        StampedLock lock = lock(customer, kind);
        return once(lock, lock.writeLockInterruptibly());
    }

    private StampedLock lock(CustomerName customer, Kind kind) {
        return locks.computeIfAbsent(customer + " " + kind, one -> new StampedLock());
    }

    private static Turn once(StampedLock lock, long stamp) {
        return () -> {
            if (lock.validate(stamp)) {
                lock.unlock(stamp);
            }
        };
    }
}
