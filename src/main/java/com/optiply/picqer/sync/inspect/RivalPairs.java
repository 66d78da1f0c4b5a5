package com.optiply.picqer.sync.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.LinkStates;
import java.util.List;
import java.util.Set;

/**
 * Pairs of one product of which several may be its preferred one: a run that chose another supplier broke off, or was
 * refused, before the former pair was told, or before it heard what became of the other. Optiply lets one of them be
 * so. Which one, only their flow can say: to put back the former would take it from the other.
 */
final class RivalPairs {
    private static final Set<String> PREFERRED = Set.of(OptiplySupplierProduct.PREFERRED);

    private final Store store;

    RivalPairs(Store store) {
        this.store = store;
    }

    /** The changes that may be made to the record: all of them, but for whose turn it is to be preferred. */
    Attributes settled(Link link, Attributes changes) {
        return link.kind() == Kind.SUPPLIER_PRODUCTS && isPreferred(changes) && hasRival(link)
                ? changes.without(PREFERRED)
                : changes;
    }

    private boolean hasRival(Link link) {
        RemoteId product = link.parent();
        return product != null
                && store.<Boolean>read(tx -> tx.intents().isAnyWithin(link.customer(), link.kind(), product)
                        || tx.links().ofParents(link.customer(), link.kind(), List.of(product)).stream()
                                .filter(pair -> !pair.remoteId().equals(link.remoteId()))
                                .anyMatch(pair -> isPreferred(LinkStates.acknowledged(pair))));
    }

    private static boolean isPreferred(Attributes attributes) {
        JsonNode preferred = attributes.get(OptiplySupplierProduct.PREFERRED);
        return preferred != null && preferred.asBoolean();
    }
}
