package com.optiply.picqer.sync.send;

import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.AdjustmentsText;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.List;

/** What the answers to orders mean for their lines: some went with their order, some are gone with it. */
final class LineOutcome {
    private final Run run;
    private final List<Link> travelled = new ArrayList<>();
    private final List<RemoteId> withoutOrder = new ArrayList<>();
    private final List<RemoteId> unknown = new ArrayList<>();

    LineOutcome(Run run) {
        this.run = run;
    }

    /** The order is in Optiply under this id, and so are the lines that went with it. */
    void of(Write order, OptiplyId id) {
        Kind kind = run.kind().lines().orElse(null);
        if (kind == null) {
            return;
        }
        if (order.action() == Action.DELETE) {
            gone(order);
        } else if (order.action() == Action.CREATE) {
            order.lines().forEach(line -> travelled.add(link(kind, line, id)));
            if (order.lines().isEmpty()) {
                unknown.add(order.remoteId());
            }
        }
    }

    /** The order is no longer in Optiply, and so are its lines (contract: Optiply 5.5). */
    void gone(Write order) {
        if (run.kind().lines().isPresent()) {
            withoutOrder.add(order.remoteId());
        }
    }

    void save(Transaction tx) {
        run.kind().lines().ifPresent(kind -> {
            List<Link> gone = tx.links().ofParents(run.customer().name(), kind, withoutOrder);
            List<RemoteId> ids = gone.stream().map(Link::remoteId).toList();
            tx.links().save(gone.stream().map(LineOutcome::removed).toList());
            tx.quarantine().release(run.customer().name(), kind, ids);
            tx.holds().remove(run.customer().name(), kind, ids);
            tx.links().save(travelled);
            tx.rereads().ask(run.customer().name(), run.kind(), run.id(), unknown);
        });
    }

    /** One that was parked waits for nothing any more: an order that is made anew decides about its lines anew. */
    private static Link removed(Link line) {
        Link unlinked = line.unlinked();
        return line.standing() == Standing.PARK
                ? unlinked.standing(Standing.FILTER, FilterReason.REMOVED.code())
                : unlinked;
    }

    private Link link(Kind kind, Send line, OptiplyId order) {
        Attributes attributes = kind.parentAttribute()
                .map(name -> line.attributes()
                        .with(Attributes.builder().id(name, order).build()))
                .orElseThrow();
        return Link.of(run.customer().name(), kind, line.remoteId(), line.label(), Standing.SEND, null, Sighting.none())
                .within(line.subject().parent())
                .inOptiply(null, null, attributes.json())
                .adjusted(line.adjustments().isEmpty() ? null : AdjustmentsText.json(line.adjustments()));
    }
}
