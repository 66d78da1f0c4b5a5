package com.optiply.picqer.sync.export;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading.LinkedSupplier;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.PlacedBuyOrderLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.export.GoLive.Beginning;
import com.optiply.picqer.sync.lookup.ProductFacts;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pages of Optiply's open buy orders: those that are in Picqer have their outcome, of the others all that their rules
 * look at is gathered. Thread-safe.
 */
public final class PlacedOrderPages {
    private final Store store;

    public PlacedOrderPages(Store store) {
        this.store = store;
    }

    /**
     * The orders that are not in Picqer, as far as is known. The others have their outcome when this returns.
     *
     * @param settled orders that have their outcome in this run already
     * @param beginning of the export; null where it writes nothing and only says what it would
     */
    public List<PlacedOrderReading> readings(
            Run run,
            List<OptiplyRecord> listed,
            Set<OptiplyId> settled,
            WarehouseId warehouse,
            @Nullable Beginning beginning) {
        List<PlacedBuyOrder> orders = listed.stream()
                .filter(record -> !settled.contains(record.id()))
                .map(record ->
                        PlacedBuyOrder.read(record, run.customer().optiply().coupling()))
                .toList();
        Set<OptiplyId> inPicqer = settleThoseInPicqer(run, orders);
        List<PlacedBuyOrder> others =
                orders.stream().filter(order -> !inPicqer.contains(order.id())).toList();
        return store.read(tx -> {
            Map<OptiplyId, Link> suppliers = suppliers(tx, run, others);
            Set<RemoteId> approved =
                    Set.copyOf(tx.holds().ids(run.customer().name(), run.kind(), EnumSet.of(HoldState.APPROVED)));
            return others.stream()
                    .map(order -> new PlacedOrderReading(
                            order,
                            warehouse,
                            run.customer().timezone(),
                            Optional.ofNullable(order.supplier())
                                    .map(suppliers::get)
                                    .map(PlacedOrderPages::supplier)
                                    .orElse(null),
                            beginning != null && beginning.isAfter(order) && !approved.contains(remoteId(order.id()))))
                    .toList();
        });
    }

    /**
     * Gives those that are in Picqer their outcome, and names them. They are linked, or were when they came there;
     * where one was parked before, somebody has seen to it since. Not so where its way has not come to its end, or
     * where what it is linked with is gone: that one waits on.
     */
    private Set<OptiplyId> settleThoseInPicqer(Run run, List<PlacedBuyOrder> orders) {
        CustomerName customer = run.customer().name();
        List<OptiplyId> ids = orders.stream().map(PlacedBuyOrder::id).toList();
        Map<OptiplyId, Export> exports = store.read(tx -> tx.exports().find(customer, ids));
        Set<OptiplyId> linked = new TreeSet<>();
        linked.addAll(store.<Set<OptiplyId>>read(tx -> tx.links().linkedIds(customer, Kind.BUY_ORDERS, ids)));
        exports.values().stream()
                .filter(export -> export.purchaseOrder() != null)
                .forEach(export -> linked.add(export.optiplyId()));
        List<RemoteId> remoteIds =
                linked.stream().map(PlacedOrderPages::remoteId).toList();
        List<Link> parked = store.read(tx -> tx.links().find(customer, run.kind(), remoteIds)).values().stream()
                .filter(link -> link.standing() == Standing.PARK)
                .toList();
        Set<RemoteId> underWay = exports.values().stream()
                .filter(export -> export.state() != ExportState.DONE)
                .map(export -> remoteId(export.optiplyId()))
                .collect(toSet());
        Map<Boolean, List<Link>> byWaiting = parked.stream()
                .collect(partitioningBy(
                        link -> reason(link) == ParkReason.GONE_IN_PICQER || underWay.contains(link.remoteId())));
        List<Link> waiting = byWaiting.getOrDefault(true, List.of());
        if (!parked.isEmpty()) {
            store.saveRelaxed(Fence.within(run, tx -> {
                leave(tx, run, byWaiting.getOrDefault(false, List.of()), Standing.SEND, null);
                // The list of this run has them: they are not taken for such as are open no more.
                tx.links()
                        .save(waiting.stream()
                                .map(link -> link.seenBy(run.id()))
                                .toList());
            }));
        }
        run.tally().read(linked.size());
        waiting.forEach(link -> run.tally().parked(reason(link)));
        run.tally().unchanged(linked.size() - waiting.size());
        return linked;
    }

    private static ParkReason reason(Link parked) {
        return ParkReason.of(Objects.requireNonNull(parked.reason()));
    }

    /** They wait no more; what a person let through is asked for again if it should come back. */
    static void leave(Transaction tx, Run run, List<Link> parked, Standing standing, @Nullable String reason) {
        CustomerName customer = run.customer().name();
        List<RemoteId> ids = parked.stream().map(Link::remoteId).toList();
        tx.links()
                .save(parked.stream()
                        .map(link -> link.standing(standing, reason))
                        .toList());
        tx.quarantine().release(customer, run.kind(), ids);
        tx.holds().remove(customer, run.kind(), ids);
    }

    private static Map<OptiplyId, Link> suppliers(Transaction tx, Run run, List<PlacedBuyOrder> orders) {
        Set<OptiplyId> ids = orders.stream()
                .map(PlacedBuyOrder::supplier)
                .filter(Objects::nonNull)
                .collect(toSet());
        return tx.links().byOptiplyIds(run.customer().name(), Kind.SUPPLIERS, ids);
    }

    private static LinkedSupplier supplier(Link link) {
        return new LinkedSupplier(link.remoteId(), link.label());
    }

    /** One order that was asked for by its id; null where the answer does not show it. */
    public @Nullable PlacedBuyOrder order(Run run, @Nullable JsonNode answer) {
        return answer == null
                ? null
                : OptiplyRecord.read(answer.path("data"))
                        .map(there -> PlacedBuyOrder.read(
                                there, run.customer().optiply().coupling()))
                        .orElse(null);
    }

    /** Lines with the Picqer products that they are of. */
    public List<PlacedLineReading> lines(Run run, Collection<OptiplyRecord> listed) {
        List<PlacedBuyOrderLine> lines =
                listed.stream().map(PlacedBuyOrderLine::read).toList();
        Set<OptiplyId> ids = lines.stream()
                .map(PlacedBuyOrderLine::product)
                .filter(Objects::nonNull)
                .collect(toSet());
        Map<OptiplyId, ProductId> products =
                store.read(tx -> tx.links().byOptiplyIds(run.customer().name(), Kind.PRODUCTS, ids)).values().stream()
                        .collect(toMap(
                                link -> Objects.requireNonNull(link.optiplyId()),
                                link -> ProductFacts.product(link.remoteId())));
        List<PlacedLineReading> readings = new ArrayList<>();
        for (PlacedBuyOrderLine line : lines) {
            readings.add(new PlacedLineReading(line, line.product() == null ? null : products.get(line.product())));
        }
        return readings;
    }

    static RemoteId remoteId(OptiplyId order) {
        return new RemoteId(order.toString());
    }
}
