package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Writes;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * From when on orders placed in Optiply are written to Picqer by themselves (mapping.md, "Writing out purchase
 * orders"). A complete import of purchase orders earns it; it is lost when the export is switched off. Thread-safe.
 */
public final class GoLive {
    /** Kept as the end of a list is: only a complete run moves it. */
    private static final String MARK = "export";

    private final Store store;
    private final Clock clock;

    public GoLive(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was there when the export began. An order counts as older by the one measure or the other, so that neither
     * a wrong clock nor a draft that is placed later lets an old order through.
     *
     * @param at by this machine's clock
     * @param last the highest number that Optiply had given an order
     */
    public record Beginning(Instant at, OptiplyId last) {
        private static Beginning of(String mark) {
            int blank = mark.indexOf(' ');
            return new Beginning(
                    Instant.parse(mark.substring(0, blank)), new OptiplyId(Long.parseLong(mark.substring(blank + 1))));
        }

        /** Whether the order was created before the export began; one that does not say when may have been. */
        public boolean isAfter(PlacedBuyOrder order) {
            Instant created = order.createdAt();
            return order.id().value() <= last.value() || created == null || created.isBefore(at);
        }
    }

    /** Whether the end of this import is what the export waits for. */
    public boolean isEarnedBy(Run run) {
        return isOn(run.customer()) && of(run).isEmpty();
    }

    /** Notes it with the end of this import, if the import is complete. Optiply tells whole seconds. */
    public void earn(Run run, OptiplyId lastOrder) {
        run.read(MARK, clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + lastOrder);
    }

    /** Empty where it is still to be earned. */
    public Optional<Beginning> of(Run run) {
        return store.read(tx -> tx.watermarks().find(run.customer().name(), MARK))
                .map(Beginning::of);
    }

    /** Whoever switches the export off may let others place orders meanwhile: it has to be earned anew. */
    public void withdrawWhereOff(CustomerSettings customer) {
        CustomerName name = customer.name();
        if (!isOn(customer)
                && store.read(tx -> tx.watermarks().find(name, MARK)).isPresent()) {
            store.saveDurably(tx -> tx.watermarks().remove(name, List.of(MARK)));
        }
    }

    private static boolean isOn(CustomerSettings customer) {
        return Flow.PURCHASE_ORDERS.isOnFor(customer) && customer.writes() == Writes.ALL;
    }
}
