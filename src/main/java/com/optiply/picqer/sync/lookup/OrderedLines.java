package com.optiply.picqer.sync.lookup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.delivery.OldReceiptAllocation;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the lines of purchase orders that goods were received for (mapping.md, "Item deliveries"). Thread-safe. */
public final class OrderedLines {
    private final Store store;
    private final References references;

    public OrderedLines(Store store, References references) {
        this.store = store;
        this.references = references;
    }

    /** A line of a receipt. */
    public record Received(PicqerReceipt receipt, PicqerReceiptLine line) {
        @Nullable
        PurchaseOrderId order() {
            return line.orderWithin(receipt);
        }
    }

    /**
     * What it was received for.
     *
     * @param line of the purchase order; null when nobody knows it
     * @param reference what is known of that line; of its order, as long as the line itself is not known
     * @param isFollowed whether the line or its order is in Optiply
     */
    public record Found(@Nullable PurchaseOrderLineId line, Reference reference, boolean isFollowed) {

        /** What is known of it where Picqer fails on its order. */
        public Found undecided() {
            return new Found(null, new Reference.Missing(), isFollowed);
        }
    }

    /** Everything that the state knows of what a page of receipt lines names. */
    private record Known(
            Map<RemoteId, Reference> lines,
            Map<RemoteId, Reference> orders,
            Map<RemoteId, Reference> products,
            Map<RemoteId, List<Link>> linesOfOrders) {}

    /** Orders that an old line names without saying which of several lines of its product it means. */
    public Set<PurchaseOrderId> doubtful(Run run, List<Received> received) {
        Known known = known(run, received);
        return received.stream()
                .filter(one -> one.line().idpurchaseorderProduct() == null && one.order() != null)
                .filter(one -> ofProduct(known, one).size() > 1)
                .map(one -> Objects.requireNonNull(one.order()))
                .collect(toSet());
    }

    /**
     * One answer for each line, in their order.
     *
     * @param allocations of the {@link #doubtful} orders
     */
    public List<Found> find(Run run, List<Received> received, Map<PurchaseOrderId, OldReceiptAllocation> allocations) {
        Known known = known(run, received);
        return received.stream().map(one -> find(known, one, allocations)).toList();
    }

    private static Found find(Known known, Received one, Map<PurchaseOrderId, OldReceiptAllocation> allocations) {
        PurchaseOrderLineId named = one.line().idpurchaseorderProduct();
        if (named != null) {
            return found(known, one, named);
        }
        PurchaseOrderId order = one.order();
        if (order == null) {
            return found(known, one, new Reference.Unknown());
        }
        OldReceiptAllocation allocation = allocations.get(order);
        if (allocation != null) {
            return allocation
                    .lineOf(one.line().idreceiptProduct())
                    .map(line -> found(known, one, line))
                    .orElseGet(() -> found(known, one, new Reference.Unknown()));
        }
        return theOnly(known, one, order);
    }

    private static Found theOnly(Known known, Received one, PurchaseOrderId order) {
        List<Link> lines = ofProduct(known, one);
        if (!lines.isEmpty()) {
            PurchaseOrderLineId line = new PurchaseOrderLineId(
                    Long.parseLong(lines.get(0).remoteId().value()));
            return found(known, one, line);
        }
        Reference ofOrder = known.orders().getOrDefault(id(order), new Reference.Missing());
        return found(known, one, ofOrder instanceof Reference.Linked ? new Reference.Unknown() : ofOrder);
    }

    private static Found found(Known known, Received one, PurchaseOrderLineId line) {
        Reference reference = lineOrOrder(known, line, one);
        return new Found(line, reference, reference instanceof Reference.Linked || isOrderLinked(known, one));
    }

    private static Found found(Known known, Received one, Reference reference) {
        return new Found(null, reference, isOrderLinked(known, one));
    }

    private static boolean isOrderLinked(Known known, Received one) {
        PurchaseOrderId order = one.order();
        return order != null && known.orders().get(id(order)) instanceof Reference.Linked;
    }

    /** A line that is neither in Optiply nor kept out itself stays out with its order, or waits. */
    private static Reference lineOrOrder(Known known, PurchaseOrderLineId line, Received one) {
        Reference ofLine = known.lines().getOrDefault(new RemoteId(line.toString()), new Reference.Missing());
        if (!(ofLine instanceof Reference.Missing)) {
            return ofLine;
        }
        PurchaseOrderId order = one.order();
        Reference ofOrder = order == null ? null : known.orders().get(id(order));
        return ofOrder == null || ofOrder instanceof Reference.Linked ? new Reference.Missing() : ofOrder;
    }

    /** The lines of the order that are of the received product: sent ones by the product, left out ones by its sku. */
    private static List<Link> ofProduct(Known known, Received one) {
        PurchaseOrderId order = one.order();
        if (order == null) {
            return List.of();
        }
        Reference product =
                known.products().get(new RemoteId(one.line().idproduct().toString()));
        String sku = one.line().productcode() == null
                ? one.line().idproduct().toString()
                : one.line().productcode();
        return known.linesOfOrders().getOrDefault(id(order), List.of()).stream()
                .filter(line -> isOf(line, product, sku))
                .toList();
    }

    private static boolean isOf(Link line, @Nullable Reference product, String sku) {
        JsonNode id = LinkStates.acknowledged(line).get(OptiplyBuyOrderLine.PRODUCT_ID);
        if (id == null || id.isNull()) {
            return line.label().equals(sku);
        }
        return product instanceof Reference.Linked linked && linked.id().equals(new OptiplyId(id.asLong()));
    }

    private Known known(Run run, List<Received> received) {
        List<RemoteId> orders = received.stream()
                .map(Received::order)
                .filter(Objects::nonNull)
                .map(OrderedLines::id)
                .distinct()
                .toList();
        List<Link> linesOfOrders =
                store.read(tx -> tx.links().ofParents(run.customer().name(), Kind.BUY_ORDER_LINES, orders));
        Stream<RemoteId> named = received.stream()
                .map(one -> one.line().idpurchaseorderProduct())
                .filter(Objects::nonNull)
                .map(line -> new RemoteId(line.toString()));
        Collection<RemoteId> lines =
                Stream.concat(named, linesOfOrders.stream().map(Link::remoteId)).collect(toSet());
        Collection<RemoteId> products = received.stream()
                .map(one -> new RemoteId(one.line().idproduct().toString()))
                .collect(toSet());
        return new Known(
                references.find(run, Kind.BUY_ORDER_LINES, lines),
                references.find(run, Kind.BUY_ORDERS, orders),
                references.find(run, Kind.PRODUCTS, products),
                linesOfOrders.stream().collect(groupingBy(line -> Objects.requireNonNull(line.parent()))));
    }

    private static RemoteId id(PurchaseOrderId order) {
        return new RemoteId(order.toString());
    }
}
