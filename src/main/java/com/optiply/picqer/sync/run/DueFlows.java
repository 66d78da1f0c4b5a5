package com.optiply.picqer.sync.run;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which flows are to run before their trigger fires, because the time of a record that Optiply refused has come since
 * their last run: a purchase order must not wait for the night. Flows that run often need no such call.
 * Thread-safe.
 */
public final class DueFlows {
    private static final Duration OFTEN = Duration.ofMinutes(20);

    private final Store store;
    private final Clock clock;

    public DueFlows(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** In the order of the flows; of several that write a kind, the first. */
    public List<Flow> of(CustomerSettings customer) {
        Set<Kind> left = EnumSet.allOf(Kind.class);
        List<Flow> due = new ArrayList<>();
        for (Flow flow : Flow.of(customer)) {
            Set<Kind> kinds = EnumSet.copyOf(flow.kinds());
            kinds.retainAll(left);
            left.removeAll(kinds);
            if (store.<Boolean>read(tx -> isDue(tx, customer, flow, kinds))) {
                due.add(flow);
            }
        }
        return due;
    }

    /** Once for each such moment: whatever becomes of that run, it began after it. */
    private boolean isDue(Transaction tx, CustomerSettings customer, Flow flow, Set<Kind> kinds) {
        Instant now = clock.instant();
        Optional<Instant> began = tx.runs().last(customer.name(), flow.code()).map(last -> last.startedAt());
        return flow.readsPicqer()
                && began.filter(last -> last.isBefore(now.minus(OFTEN))).isPresent()
                && kinds.stream().anyMatch(kind -> tx.quarantine()
                        .isAnyRefusedDue(customer.name(), kind, began.orElseThrow(), now));
    }
}
