package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The audit of what Picqer was told about its products. Thread-safe. */
public final class PicqerAudit {
    private static final String SUPPLIER = "picqer.idsupplier";

    private final Store store;
    private final Clock clock;

    public PicqerAudit(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Rows whose supplier Picqer has now. */
    public void append(Run run, List<ChosenPair> told) {
        Instant at = clock.instant();
        store.saveRelaxed(tx -> {
            var customer = run.customer().name();
            Map<?, Link> products = tx.links()
                    .find(
                            customer,
                            Kind.PRODUCTS,
                            told.stream().map(ChosenPair::product).toList());
            tx.changes()
                    .append(told.stream()
                            .map(one -> change(run, at, one, Objects.requireNonNull(products.get(one.product()))))
                            .toList());
        });
    }

    private static Change change(Run run, Instant at, ChosenPair one, Link product) {
        return new Change(
                run.id(),
                at,
                run.customer().name(),
                Kind.PRODUCTS,
                one.product(),
                Action.PATCH,
                Objects.requireNonNull(product.optiplyId()),
                supplier(one.formerSupplier()),
                supplier(one.supplier().value()));
    }

    private static String supplier(String remoteId) {
        return Attributes.builder()
                .text(SUPPLIER, remoteId.isEmpty() ? null : remoteId)
                .build()
                .json();
    }
}
