package com.optiply.picqer.sync.compare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Ground;
import com.optiply.picqer.mapping.Occasion;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyReceiptLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RestsOn;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Set<OptiplyId> rebooked = new LinkedHashSet<>();

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

    /**
     * A line that comes, goes or gets another amount may leave old deliveries to another line of its order; and so may
     * a delivery, since the others fill up what it leaves.
     */
    void changed(Write write) {
        RemoteId parent = write.before().parent();
        if (run.kind() == Kind.BUY_ORDER_LINES && parent != null && isOfAmount(write, OptiplyBuyOrderLine.QUANTITY)) {
            changedOrders.add(parent);
        }
        if (run.kind() == Kind.RECEIPT_LINES && isOfAmount(write, OptiplyReceiptLine.QUANTITY)) {
            rebook(LinkStates.acknowledged(write.before()));
            rebook(write.after());
        }
    }

    /** A delivery that is made anew for another line of its order keeps its amount, and so moves no other. */
    private static boolean isOfAmount(Write write, String quantity) {
        Attributes changes = write.isReplacing()
                ? LinkStates.acknowledged(write.before()).changesTo(write.after())
                : write.changes();
        boolean comesOrGoes = write.action() != Action.PATCH && !write.isReplacing();
        return comesOrGoes || changes.has(quantity);
    }

    private void rebook(Attributes delivery) {
        JsonNode orderLine = delivery.get(OptiplyReceiptLine.BUY_ORDER_LINE_ID);
        if (orderLine != null) {
            rebooked.add(new OptiplyId(orderLine.asLong()));
        }
    }

    void save(Transaction tx) {
        var customer = run.customer().name();
        tx.grounds().remove(customer, run.kind(), decided);
        tx.grounds().save(grounds);
        changedOrders.addAll(sharedOrders(tx));
        List<RemoteId> deliveries = new ArrayList<>(tx.grounds()
                .restingOn(customer, Kind.RECEIPT_LINES, Occasion.LINES_CHANGED, Kind.BUY_ORDERS, changedOrders));
        deliveries.removeAll(decided);
        tx.rereads()
                .ask(
                        customer,
                        Kind.RECEIPT_LINES,
                        run.id(),
                        tx.links().parentsOf(customer, Kind.RECEIPT_LINES, deliveries));
    }

    /** The orders of those lines that are not the only one of their product: else there is nothing to find out. */
    private Set<RemoteId> sharedOrders(Transaction tx) {
        if (rebooked.isEmpty()) {
            return Set.of();
        }
        var customer = run.customer().name();
        Collection<Link> lines = tx.links()
                .byOptiplyIds(customer, Kind.BUY_ORDER_LINES, rebooked)
                .values();
        Set<RemoteId> orders =
                lines.stream().map(Link::parent).filter(Objects::nonNull).collect(toSet());
        Map<List<Object>, Long> perProduct = tx.links().ofParents(customer, Kind.BUY_ORDER_LINES, orders).stream()
                .collect(groupingBy(PageGrounds::orderAndProduct, counting()));
        return lines.stream()
                .filter(line -> line.parent() != null && perProduct.get(orderAndProduct(line)) > 1)
                .map(Link::parent)
                .collect(toSet());
    }

    private static List<Object> orderAndProduct(Link line) {
        JsonNode product = LinkStates.acknowledged(line).get(OptiplyBuyOrderLine.PRODUCT_ID);
        return List.of(Objects.requireNonNull(line.parent()), product == null ? "" : product.asText());
    }
}
