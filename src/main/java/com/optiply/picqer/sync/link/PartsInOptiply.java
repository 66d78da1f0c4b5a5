package com.optiply.picqer.sync.link;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.mapping.composition.WithoutParts;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/** Which composed products have parts in Optiply: at least one is there (mapping.md). */
public final class PartsInOptiply {
    /** In text that is not parsed for it: every product of a page is asked. */
    private static final String ASSEMBLED = "\"" + OptiplyProduct.ASSEMBLED + "\":";

    private PartsInOptiply() {}

    /** Those of the products that have. */
    public static Set<RemoteId> of(Store store, Run run, Collection<RemoteId> products) {
        return store.read(tx -> of(tx, run, products));
    }

    private static Set<RemoteId> of(Transaction tx, Run run, Collection<RemoteId> products) {
        return tx.links().ofParents(run.customer().name(), Kind.PRODUCT_COMPOSITIONS, products).stream()
                .filter(part -> part.optiplyId() != null)
                .map(Link::parent)
                .map(Objects::requireNonNull)
                .collect(toSet());
    }

    /** Those of the linked products that are hidden in Optiply for want of parts, and still have none there. */
    public static Set<RemoteId> awaited(Store store, Run run, Collection<Link> links) {
        if (run.kind() != Kind.PRODUCTS) {
            return Set.of();
        }
        Set<RemoteId> hidden = links.stream()
                .filter(link -> link.attributes() != null && !link.attributes().contains(ASSEMBLED))
                .filter(link -> WithoutParts.isHidden(LinkStates.acknowledged(link)))
                .map(Link::remoteId)
                .collect(toSet());
        if (!hidden.isEmpty()) {
            hidden.removeAll(of(store, run, hidden));
        }
        return hidden;
    }
}
