package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sync.run.Flow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that no record has two writers: a flow of a customer runs once at a time, and of the flows that write the
 * same kinds of record one at a time, in the order in which they asked. Thread-safe.
 */
public final class Turns {
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private final Map<CustomerName, Map<Kind, Semaphore>> kinds = new ConcurrentHashMap<>();
    private final Map<CustomerName, Semaphore> inspections = new ConcurrentHashMap<>();

    /** The turn of a run that is to come; empty where a run of the same flow is under way or waits for its turn. */
    public Optional<Turn> claim(CustomerName customer, Flow flow) {
        return claim(customer, flow, flow.code());
    }

    /** The turn of a run of another name than that flow's, which does what the flow does in its own way. */
    public Optional<Turn> claim(CustomerName customer, Flow flow, String name) {
        String key = key(customer, name);
        return claimed.add(key) ? Optional.of(new Turn(key, flow, customer)) : Optional.empty();
    }

    /** Whether a run of the flow is under way, or waits for its turn. */
    public boolean isClaimed(CustomerName customer, Flow flow) {
        return claimed.contains(key(customer, flow.code()));
    }

    private static String key(CustomerName customer, String name) {
        return customer + " " + name;
    }

    private Map<Kind, Semaphore> of(CustomerName customer) {
        return kinds.computeIfAbsent(customer, one -> {
            Map<Kind, Semaphore> each = new EnumMap<>(Kind.class);
            EnumSet.allOf(Kind.class).forEach(kind -> each.put(kind, new Semaphore(1, true)));
            return each;
        });
    }

    /**
     * Waits until no run writes this kind of record, and keeps others from it: for the comparison, which goes from kind
     * to kind. What a flow wrote while Optiply is listed would look like somebody's edit, and be undone.
     *
     * @throws RunStoppedException when the thread is told to stop meanwhile
     */
    public Held alone(CustomerName customer, Kind kind) {
        Semaphore semaphore = of(customer).get(kind);
        acquire(semaphore);
        AtomicBoolean isHeld = new AtomicBoolean(true);
        return () -> {
            if (isHeld.compareAndSet(true, false)) {
                semaphore.release();
            }
        };
    }

    /** One kind of record, kept from all others; to end it twice does nothing. */
    @FunctionalInterface
    public interface Held {
        void end();
    }

    private static void acquire(Semaphore kind) {
        try {
            kind.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RunStoppedException();
        }
    }

    /** What no other run may write meanwhile, in the order in which all runs ask for it: so none waits in a circle. */
    private static Set<Kind> writtenBy(Flow flow) {
        if (flow.takesKindByKind()) {
            return Set.of(); // it asks for one kind after the other
        }
        Set<Kind> kinds = EnumSet.copyOf(flow.kinds());
        if (kinds.contains(Kind.BUY_ORDERS)) {
            kinds.add(Kind.RECEIPT_LINES); // deleted with their order, and of no use before it
        }
        return kinds;
    }

    /** The right of one run to be the only one of its flow, and, once awaited, the only writer of its kinds. */
    public final class Turn implements AutoCloseable {
        private final String key;
        private final Flow flow;
        private final CustomerName customer;
        private final Deque<Semaphore> held = new ArrayDeque<>();
        private boolean isOver;

        private Turn(String key, Flow flow, CustomerName customer) {
            this.key = key;
            this.flow = flow;
            this.customer = customer;
        }

        /**
         * Waits until no other run writes what this one will write, or notes what Optiply lists as this one will.
         *
         * @throws RunStoppedException when the thread is told to stop meanwhile
         */
        public void await() {
            if (!flow.readsPicqer()) {
                take(inspections.computeIfAbsent(customer, one -> new Semaphore(1, true)));
            }
            for (Kind kind : writtenBy(flow)) {
                take(of(customer).get(kind));
            }
        }

        private void take(Semaphore kind) {
            acquire(kind);
            synchronized (this) {
                held.push(kind);
            }
        }

        /** Gives everything back, whatever way the run ended; a second time it does nothing. */
        @Override
        public synchronized void close() {
            if (isOver) {
                return;
            }
            isOver = true;
            while (!held.isEmpty()) {
                held.pop().release();
            }
            claimed.remove(key);
        }
    }
}
