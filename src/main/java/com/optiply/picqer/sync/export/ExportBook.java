package com.optiply.picqer.sync.export;

import static com.optiply.picqer.picqer.PurchaseOrderStatus.CONCEPT;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this program knows of each order on its way to Picqer, on disk before anything is sent. Thread-safe.
 *
 * <p>An order that may have arrived is never created again before somebody has looked; see {@code Exporting} for the
 * way that it goes. A run that was called interrupted changes nothing here: another one may have found out more since.
 */
public final class ExportBook {
    private final Store store;
    private final Clock clock;

    public ExportBook(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What earlier runs left on its way. */
    public List<Export> underWay(Run run) {
        return store.read(tx -> tx.exports().underWay(run.customer().name()));
    }

    /**
     * The latest moment when an earlier run can have sent it: until then nobody knows whether it arrived. Of a run that
     * is so old that the state has forgotten it, {@link Instant#EPOCH}.
     */
    public Instant lastSent(Run run, Export export) {
        return store.read(tx -> tx.runs().find(export.run()))
                .map(sender -> sender.finishedAt() == null ? run.startedAt() : sender.finishedAt())
                .orElse(Instant.EPOCH);
    }

    /**
     * Writes ahead that it is about to be created: on disk when it returns.
     *
     * @throws IllegalStateException where it was sent before and nobody has found out what became of it: whatever led
     *     here, it must not be sent twice
     */
    public void plan(Run run, Export planned) {
        store.saveDurably(Fence.within(run, tx -> {
            Set<OptiplyId> order = Set.of(planned.optiplyId());
            if (!tx.exports().find(run.customer().name(), order).isEmpty()) {
                throw new IllegalStateException(
                        "Optiply's order " + planned.optiplyId() + " is on its way to Picqer already");
            }
            tx.exports().save(List.of(planned));
        }));
    }

    /** It was certainly not created. */
    public void forget(Run run, OptiplyId order) {
        store.saveDurably(Fence.within(run, tx -> {
            tx.exports().remove(run.customer().name(), List.of(order));
        }));
    }

    /** Those of these purchase orders that belong to another Optiply order. */
    public Set<RemoteId> ofOthers(Run run, OptiplyId order, Set<RemoteId> purchaseOrders) {
        return store
                .read(tx -> tx.links().find(run.customer().name(), Kind.BUY_ORDERS, purchaseOrders))
                .values()
                .stream()
                .filter(link -> link.optiplyId() != null && !link.optiplyId().equals(order))
                .map(Link::remoteId)
                .collect(toSet());
    }

    /**
     * It is in Picqer: header and lines are linked, so that its import changes the Optiply order and creates none.
     *
     * @param lines of the order in Optiply; those that Picqer took differently are left to the import
     */
    public void arrived(
            Run run, PlacedBuyOrder order, List<PlacedLineReading> lines, FoundPurchaseOrder found, Export export) {
        CustomerName customer = run.customer().name();
        RemoteId purchaseOrder = new RemoteId(found.id().toString());
        Link header = header(run, purchaseOrder, order, found);
        List<Link> links = new ArrayList<>();
        ExportedLines.pair(lines, found.lines())
                .forEach((line, there) -> links.add(link(
                        run,
                        Kind.BUY_ORDER_LINES,
                        new Named(new RemoteId(there.id().toString()), purchaseOrder, label(there)),
                        line.line().record())));
        store.saveDurably(Fence.within(run, tx -> {
            List<Link> unlinked = new ArrayList<>(links);
            unlinked.removeAll(linkedBefore(tx, customer, links));
            tx.links().save(List.of(header));
            tx.links().save(unlinked);
            forgetListed(tx, customer, header, unlinked);
            tx.exports().save(List.of(export));
            tx.changes().append(export.isOurs() ? List.of(created(run, export)) : List.of());
        }));
    }

    /** As long as it is a concept, whether it is completed is its buyer's to say, and nobody knows it for long. */
    private static Link header(Run run, RemoteId purchaseOrder, PlacedBuyOrder order, FoundPurchaseOrder found) {
        Link link = link(run, Kind.BUY_ORDERS, new Named(purchaseOrder, null, found.number()), order.record());
        boolean isConcept = found.status().orElse(CONCEPT) == CONCEPT;
        return isConcept ? LinkStates.unknown(link, Set.of(OptiplyBuyOrder.COMPLETED)) : link;
    }

    /** What was listed when nobody knew whose it is needs no owner any more. */
    private static void forgetListed(Transaction tx, CustomerName customer, Link header, List<Link> lines) {
        tx.candidates().remove(customer, Kind.BUY_ORDERS, ids(List.of(header)));
        tx.candidates().remove(customer, Kind.BUY_ORDER_LINES, ids(lines));
    }

    private static List<OptiplyId> ids(List<Link> links) {
        return links.stream().map(Link::optiplyId).toList();
    }

    /** What the import has linked meanwhile, it has linked well. */
    private static List<Link> linkedBefore(Transaction tx, CustomerName customer, List<Link> links) {
        Set<OptiplyId> linked = tx.links().linkedIds(customer, Kind.BUY_ORDER_LINES, ids(links));
        Map<RemoteId, Link> known = tx.links()
                .find(
                        customer,
                        Kind.BUY_ORDER_LINES,
                        links.stream().map(Link::remoteId).toList());
        return links.stream()
                .filter(link -> linked.contains(link.optiplyId()) || known.containsKey(link.remoteId()))
                .toList();
    }

    /** Its lines that are linked. */
    public List<Link> lines(Run run, Export export) {
        List<RemoteId> orders = List.of(Objects.requireNonNull(export.purchaseOrder()));
        return store.read(tx -> tx.links().ofParents(run.customer().name(), Kind.BUY_ORDER_LINES, orders)).stream()
                .filter(line -> line.optiplyId() != null)
                .toList();
    }

    /** This run has ordered it, and Optiply had it as open: from here on Picqer says when it is completed. */
    public void ordered(Run run, Export export) {
        CustomerName customer = run.customer().name();
        List<RemoteId> purchaseOrder = List.of(Objects.requireNonNull(export.purchaseOrder()));
        store.saveDurably(Fence.within(run, tx -> {
            tx.exports().save(List.of(export));
            tx.links()
                    .save(tx.links().find(customer, Kind.BUY_ORDERS, purchaseOrder).values().stream()
                            .map(ExportBook::open)
                            .toList());
        }));
    }

    private static Link open(Link header) {
        OptiplyId id = header.optiplyId();
        return id == null
                ? header
                : LinkStates.linked(
                        header,
                        id,
                        header.optiplyUuid(),
                        LinkStates.acknowledged(header).without(Set.of(OptiplyBuyOrder.COMPLETED)));
    }

    /** How far it has come by now. */
    public void moved(Run run, Export export) {
        store.saveDurably(Fence.within(run, tx -> {
            tx.exports().save(List.of(export));
        }));
    }

    /** Nothing is left to do: nobody waits for it any more. */
    public void done(Run run, Export export, String label, List<Adjustment> adjustments) {
        CustomerName customer = run.customer().name();
        RemoteId id = PlacedOrderPages.remoteId(export.optiplyId());
        Link link = link(run, run.kind(), id, label).inOptiply(null, null, export.draft());
        store.saveDurably(Fence.within(run, tx -> {
            tx.exports().save(List.of(export));
            tx.links().save(List.of(link));
            tx.quarantine().release(customer, run.kind(), List.of(id));
            tx.holds().remove(customer, run.kind(), List.of(id));
        }));
    }

    private record Named(RemoteId id, @Nullable RemoteId parent, String label) {}

    private static Link link(Run run, Kind kind, Named named, OptiplyRecord record) {
        return link(run, kind, named.id(), named.label())
                .within(named.parent())
                .inOptiply(
                        record.id(),
                        record.uuid(),
                        kind.owned(record.attributes()).json());
    }

    private static Link link(Run run, Kind kind, RemoteId id, String label) {
        Sighting now = new Sighting(run.id(), Leg.ACTIVE);
        return Link.of(run.customer().name(), kind, id, label, Standing.SEND, null, now);
    }

    private static String label(FoundPurchaseOrder.Line line) {
        return line.productcode() == null ? line.product().toString() : line.productcode();
    }

    private Change created(Run run, Export export) {
        return new Change(
                run.id(),
                clock.instant(),
                run.customer().name(),
                run.kind(),
                PlacedOrderPages.remoteId(export.optiplyId()),
                Action.CREATE,
                export.optiplyId(),
                Attributes.NONE.json(),
                export.draft());
    }
}
