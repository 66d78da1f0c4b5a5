package com.optiply.picqer.sync.send;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyReceiptLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the answers to buy orders and their lines mean for item deliveries: those of a line that is gone are gone with
 * it (contract: Optiply 5.5), and their receipts are read again, for the line may be made anew under another id.
 */
final class DeliveryOutcome {
    private final Run run;
    private final List<RemoteId> withoutOrder = new ArrayList<>();
    private final List<OptiplyId> withoutLine = new ArrayList<>();

    DeliveryOutcome(Run run) {
        this.run = run;
    }

    /** An order or a line is no longer in Optiply. */
    void gone(Write write) {
        if (run.kind() == Kind.BUY_ORDERS) {
            withoutOrder.add(write.remoteId());
        } else if (run.kind() == Kind.BUY_ORDER_LINES) {
            write.optiplyId().ifPresent(withoutLine::add);
        }
    }

    /** To be called while the links of the lines still say which records they were. */
    void save(Transaction tx) {
        var customer = run.customer().name();
        Stream<OptiplyId> ofOrders = tx.links().ofParents(customer, Kind.BUY_ORDER_LINES, withoutOrder).stream()
                .map(Link::optiplyId)
                .filter(Objects::nonNull);
        List<Link> gone = Stream.concat(ofOrders, withoutLine.stream())
                .flatMap(line -> deliveries(tx, line).stream())
                .toList();
        List<RemoteId> ids = gone.stream().map(Link::remoteId).toList();
        Set<RemoteId> receipts = new LinkedHashSet<>();
        gone.stream().map(Link::parent).filter(Objects::nonNull).forEach(receipts::add);
        tx.links().save(gone.stream().map(DeliveryOutcome::removed).toList());
        tx.quarantine().release(customer, Kind.RECEIPT_LINES, ids);
        tx.holds().remove(customer, Kind.RECEIPT_LINES, ids);
        tx.rereads().ask(customer, Kind.RECEIPT_LINES, run.id(), receipts);
    }

    private List<Link> deliveries(Transaction tx, OptiplyId line) {
        Attributes ofLine = Attributes.builder()
                .id(OptiplyReceiptLine.BUY_ORDER_LINE_ID, line)
                .build();
        return tx.links().with(run.customer().name(), Kind.RECEIPT_LINES, ofLine);
    }

    private static Link removed(Link delivery) {
        return delivery.unlinked().standing(Standing.FILTER, FilterReason.REMOVED.code());
    }
}
