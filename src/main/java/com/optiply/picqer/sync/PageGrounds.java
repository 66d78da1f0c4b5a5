package com.optiply.picqer.sync;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.Occasion;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Action;
import com.optiply.picqer.store.RestsOn;
import com.optiply.picqer.store.Transaction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the decisions of a page rest on, and which others rest on what the page changes. Where nothing may be written,
 * nothing is noted: what is left out then is still left out when it may. Confined to one thread.
 */
final class PageGrounds {
    /**
     * Kinds whose decisions may rest on another record, or on the list that has their own. No run reads on which
     * products sell orders rest: that says to a person, and to a backfill, which orders a product is missing from
     * (mapping.md, "Sell orders"; support.md). It goes when the order is decided otherwise, and with the order.
     */
    private static final Set<Kind> RESTING = EnumSet.of(Kind.BUY_ORDERS, Kind.SELL_ORDERS, Kind.RECEIPT_LINES);

    private final Run run;
    private final List<RemoteId> decided = new ArrayList<>();
    private final List<RestsOn> grounds = new ArrayList<>();
    private final Set<RemoteId> changedOrders = new LinkedHashSet<>();

    PageGrounds(Run run) {
        this.run = run;
    }

    /** What stays as it was decided rests on what it rested on. */
    void of(Decision decision) {
        if (run.withholdsWrites() || !RESTING.contains(run.kind()) || decision instanceof Decision.Keep) {
            return;
        }
        decided.add(decision.remoteId());
        decision.restsOn().forEach(ground -> grounds.add(row(decision.remoteId(), ground)));
    }

    private RestsOn row(RemoteId remoteId, Ground ground) {
        return new RestsOn(
                run.customer().name(), run.kind(), remoteId, ground.kind(), ground.remoteId(), ground.occasion());
    }

    /** A line that comes, goes or gets another amount may leave old deliveries to another line of its order. */
    void changed(Write write) {
        RemoteId order = write.before().parent();
        boolean isOfAmount = write.action() != Action.PATCH || write.changes().has(OptiplyBuyOrderLine.QUANTITY);
        if (run.kind() == Kind.BUY_ORDER_LINES && order != null && isOfAmount) {
            changedOrders.add(order);
        }
    }

    void save(Transaction tx) {
        var customer = run.customer().name();
        tx.grounds().remove(customer, run.kind(), decided);
        tx.grounds().save(grounds);
        List<RemoteId> deliveries = tx.grounds()
                .restingOn(customer, Kind.RECEIPT_LINES, Occasion.LINES_CHANGED, Kind.BUY_ORDERS, changedOrders);
        tx.rereads()
                .ask(
                        customer,
                        Kind.RECEIPT_LINES,
                        run.id(),
                        tx.links().parentsOf(customer, Kind.RECEIPT_LINES, deliveries));
    }
}
