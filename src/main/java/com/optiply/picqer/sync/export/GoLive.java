package com.optiply.picqer.sync.export;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.Watermarks;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From when on orders placed in Optiply are written to Picqer by themselves (mapping.md, "Writing out purchase
 * orders"). A complete import of purchase orders earns it; it is lost when the export is switched off. Thread-safe.
 */
public final class GoLive {
    /** Kept as the end of a list is: only a complete run moves it. */
    private static final String MARK = Watermarks.EXPORT;

    private final Store store;

    public GoLive(Store store) {
        this.store = store;
    }

    /**
     * What was there when the export began. Optiply numbers its orders as they are created, so that no clock is asked.
     *
     * @param last the highest number that Optiply had given an order
     */
    public record Beginning(OptiplyId last) {
        /** Whether the order was created before the export began. */
        public boolean isAfter(PlacedBuyOrder order) {
            return order.id().compareTo(last) <= 0;
        }
    }

    /** Whether the end of this import is what the export waits for. */
    public boolean isEarnedBy(Run run) {
        return isOn(run.customer()) && of(run).isEmpty();
    }

    /**
     * Notes it with the end of this import, if the import is complete. An answer that knows less than the state does is
     * not believed. What a person approved of before it, somebody may have placed by hand since: it is asked for again,
     * whether this import comes to its end or the next one.
     */
    public void earn(Run run, OptiplyId lastOrder) {
        CustomerName customer = run.customer().name();
        store.saveDurably(Fence.within(run, tx -> tx.approvals().askAgain(customer, HoldAction.EXPORT)));
        OptiplyId last = store.read(tx -> Stream.of(
                                tx.links().highest(customer, Kind.BUY_ORDERS),
                                tx.candidates().highest(customer, Kind.BUY_ORDERS))
                        .flatMap(Optional::stream))
                .filter(known -> known.compareTo(lastOrder) > 0)
                .max(OptiplyId::compareTo)
                .orElse(lastOrder);
        run.read(MARK, last.toString());
    }

    /** Empty where it is still to be earned. */
    public Optional<Beginning> of(Run run) {
        return store.read(tx -> tx.watermarks().find(run.customer().name(), MARK))
                .map(last -> new Beginning(new OptiplyId(Long.parseLong(last))));
    }

    /**
     * Whoever switches the export off may let others place orders meanwhile: it has to be earned anew. So says the file
     * of the process that works for the customer, with each run that it begins.
     */
    public void withdrawWhereOff(Run run) {
        if (isEarnedInVain(run.customer())) {
            store.saveDurably(
                    Fence.within(run, tx -> withdraw(tx, run.customer().name())));
        }
    }

    /** Withdraws it when the program starts, unless another process works for the customer: then its file counts. */
    public void withdrawWhereOff(CustomerSettings customer) {
        boolean isAnothers =
                store.read(tx -> tx.leases().holder(customer.name())).isPresent();
        if (!isAnothers && isEarnedInVain(customer)) {
            store.saveDurably(tx -> withdraw(tx, customer.name()));
        }
    }

    private boolean isEarnedInVain(CustomerSettings customer) {
        return !isOn(customer)
                && store.read(tx -> tx.watermarks().find(customer.name(), MARK)).isPresent();
    }

    private static void withdraw(Transaction tx, CustomerName customer) {
        tx.watermarks().remove(customer, List.of(MARK));
        tx.approvals().askAgain(customer, HoldAction.EXPORT);
    }

    private static boolean isOn(CustomerSettings customer) {
        return Flow.PURCHASE_ORDERS.isOnFor(customer) && customer.writes() == WriteScope.ALL;
    }
}
