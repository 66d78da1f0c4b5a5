package com.optiply.picqer.sync.compare;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyReceiptLine;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.LinkStates;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked about by name: a line or a delivery by its sku and its order, since one sku stands in many
 * orders; a part by the product that it is a part of, and a supplier product by its supplier.
 */
final class HoldNames {
    private final Transaction tx;
    private final CustomerName customer;
    private final Kind kind;

    HoldNames(Transaction tx, CustomerName customer, Kind kind) {
        this.tx = tx;
        this.customer = customer;
        this.kind = kind;
    }

    /** The same, each under such a name; where what it belongs to is not known, under its label alone. */
    List<Hold> named(List<Hold> proposed) {
        List<RemoteId> ids = proposed.stream().map(Hold::remoteId).toList();
        Map<RemoteId, Link> wholes = wholes(tx.links().find(customer, kind, ids).values());
        return proposed.stream()
                .map(hold -> wholes.containsKey(hold.remoteId())
                        ? hold.labelled(hold.label() + " of "
                                + wholes.get(hold.remoteId()).label())
                        : hold)
                .toList();
    }

    private Map<RemoteId, Link> wholes(Collection<Link> parts) {
        return switch (kind) {
            case BUY_ORDER_LINES, SELL_ORDER_LINES -> parents(
                    parts, kind.orders().orElseThrow());
            case PRODUCT_COMPOSITIONS -> parents(parts, Kind.PRODUCTS);
            case SUPPLIER_PRODUCTS -> referenced(parts, OptiplySupplierProduct.SUPPLIER_ID, Kind.SUPPLIERS);
            case RECEIPT_LINES -> orders(parts);
            case PRODUCTS, SUPPLIERS, BUY_ORDERS, SELL_ORDERS, PURCHASE_ORDERS -> Map.of();
        };
    }

    /** A delivery names the line that it came for, and the line its order. */
    private Map<RemoteId, Link> orders(Collection<Link> deliveries) {
        Map<RemoteId, Link> lines = referenced(deliveries, OptiplyReceiptLine.BUY_ORDER_LINE_ID, Kind.BUY_ORDER_LINES);
        Map<RemoteId, Link> orders = parents(lines.values(), Kind.BUY_ORDERS);
        return joined(lines.keySet(), id -> orders.get(lines.get(id).remoteId()));
    }

    private Map<RemoteId, Link> parents(Collection<Link> parts, Kind ofParents) {
        Map<RemoteId, RemoteId> parents = parts.stream()
                .filter(part -> part.parent() != null)
                .collect(toMap(Link::remoteId, part -> Objects.requireNonNull(part.parent()), (one, again) -> one));
        Map<RemoteId, Link> known = tx.links().find(customer, ofParents, List.copyOf(parents.values()));
        return joined(parents.keySet(), id -> known.get(parents.get(id)));
    }

    /** What each of them refers to by that attribute. */
    private Map<RemoteId, Link> referenced(Collection<Link> parts, String attribute, Kind ofNamed) {
        Map<RemoteId, OptiplyId> ids = new HashMap<>();
        for (Link part : parts) {
            JsonNode id = LinkStates.acknowledged(part).get(attribute);
            if (id != null && id.isIntegralNumber()) {
                ids.put(part.remoteId(), new OptiplyId(id.asLong()));
            }
        }
        Map<OptiplyId, Link> known = tx.links().byOptiplyIds(customer, ofNamed, List.copyOf(ids.values()));
        return joined(ids.keySet(), id -> known.get(ids.get(id)));
    }

    private static Map<RemoteId, Link> joined(Collection<RemoteId> ids, Function<RemoteId, @Nullable Link> known) {
        Map<RemoteId, Link> joined = new HashMap<>();
        for (RemoteId id : ids) {
            Link link = known.apply(id);
            if (link != null) {
                joined.put(id, link);
            }
        }
        return joined;
    }
}
