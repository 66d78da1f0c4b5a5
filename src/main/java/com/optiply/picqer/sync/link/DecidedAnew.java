package com.optiply.picqer.sync.link;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.run.Run;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Has source records decided again although they look in Picqer as they did when they were seen through: what Optiply
 * has of them, or of their lines, is not what was seen then.
 */
public final class DecidedAnew {
    /** The lists of the others are walked to their end by every run of their flow. */
    private static final Set<Kind> READ_IN_PART =
            EnumSet.of(Kind.BUY_ORDERS, Kind.SELL_ORDERS, Kind.RECEIPT_LINES, Kind.PRODUCT_COMPOSITIONS);

    private DecidedAnew() {}

    /** As soon as they are read. */
    public static void whenRead(Transaction tx, CustomerName customer, Collection<Link> links) {
        bySource(links).forEach((kind, ids) -> tx.marks().remove(customer, kind, ids));
    }

    /** By the next run of their flow, which reads them where no list shows them any more. */
    public static void next(Transaction tx, Run run, Collection<Link> links) {
        whenRead(tx, run.customer().name(), links);
        bySource(links).forEach((kind, ids) -> {
            if (READ_IN_PART.contains(kind)) {
                tx.rereads().ask(run.customer().name(), kind, run.id(), ids);
            }
        });
    }

    private static Map<Kind, Set<RemoteId>> bySource(Collection<Link> links) {
        return links.stream()
                .collect(groupingBy(
                        link -> link.kind().orders().orElse(link.kind()),
                        mapping(link -> link.parent() == null ? link.remoteId() : link.parent(), toSet())));
    }
}
