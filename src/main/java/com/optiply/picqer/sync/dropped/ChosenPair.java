package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.mapping.preference.PreferenceRules.Step;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.DroppedPair;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.RowOutcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of a dropped file that names a pair; something has to be written for it, unless it is so already.
 *
 * @param product its remote id, {@code idproduct}
 * @param supplier its remote id, {@code idsupplier}
 * @param formerSupplier whom Picqer named so far, by remote id; empty: nobody, or nobody knows
 * @param others the product's other preferred ones
 */
public record ChosenPair(
        DroppedRow row,
        Step step,
        RemoteId product,
        RemoteId supplier,
        String formerSupplier,
        Named pair,
        List<Named> others) {

    /** A supplier product as Optiply listed it, with its name in the state. */
    public record Named(RemoteId remoteId, DroppedPair listed) {}

    /** To be told for the first time, since it turned out that it never was. */
    public ChosenPair anew() {
        return new ChosenPair(row.with(RowOutcome.OPEN), step, product, supplier, formerSupplier, pair, others);
    }

    /** Told, and to be asked for: the answer did not show it. */
    public ChosenPair doubted() {
        return new ChosenPair(row.with(RowOutcome.UNDER_WAY), step, product, supplier, formerSupplier, pair, others);
    }

    /** Whether Picqer names this supplier for the product, as it was last read. */
    boolean isPicqers() {
        return supplier.value().equals(formerSupplier);
    }

    List<RemoteId> remoteIds() {
        return Stream.concat(Stream.of(pair), others.stream())
                .map(Named::remoteId)
                .toList();
    }
}
