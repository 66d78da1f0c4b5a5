package com.optiply.picqer.sync.inspect;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyReceiptLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.DecidedAnew;
import com.optiply.picqer.sync.link.Parking;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * A person decides that what was deleted in Optiply belongs there (mapping.md, "Products"): it is parked for its flow,
 * which reads what is parked and creates it, with what was gone with it. Thread-safe.
 */
public final class Recreation {
    private final Store store;
    private final Clock clock;

    public Recreation(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether the record was parked as deleted in Optiply; nothing is done about any other. */
    public boolean ask(CustomerName customer, Kind kind, RemoteId remoteId) {
        return store.durably(tx -> {
            Link link = tx.links().find(customer, kind, List.of(remoteId)).get(remoteId);
            if (link == null || !Inspection.isTold(link)) {
                return false;
            }
            List<Link> lines = kind.lines()
                    .map(lineKind -> tx.links().ofParents(customer, lineKind, List.of(remoteId)))
                    .orElse(List.of());
            List<Link> withDeliveries = new ArrayList<>(lines);
            withDeliveries.add(link);
            List<Link> deliveries = withDeliveries.stream()
                    .flatMap(line -> deliveries(tx, line).stream())
                    .toList();
            tx.links().save(lines.stream().map(Link::unlinked).toList());
            park(tx, link);
            deliveries.forEach(delivery -> park(tx, delivery));
            DecidedAnew.whenRead(tx, customer, List.of(link));
            return true;
        });
    }

    private static List<Link> deliveries(Transaction tx, Link line) {
        if (line.kind() != Kind.BUY_ORDER_LINES || line.optiplyId() == null) {
            return List.of();
        }
        Attributes ofLine = Attributes.builder()
                .id(OptiplyReceiptLine.BUY_ORDER_LINE_ID, line.optiplyId())
                .build();
        return tx.links().with(line.customer(), Kind.RECEIPT_LINES, ofLine);
    }

    private void park(Transaction tx, Link link) {
        ParkReason reason = ParkReason.CREATED_AGAIN;
        tx.links().save(List.of(link.unlinked().parked(reason)));
        Parking parking =
                new Parking(link.customer(), link.kind(), link.sighting().run(), clock.instant());
        tx.quarantine()
                .park(List.of(parking.row(link.remoteId(), link.label(), reason, "A person asked for it.", null)));
    }
}
