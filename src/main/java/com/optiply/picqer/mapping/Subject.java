package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a decision is about.
 *
 * @param label what a person calls the record: the sku of a product, the number of an order
 * @param parent the source record that it is read with, as a line is with its order; null where it stands alone
 */
public record Subject(RemoteId remoteId, String label, @Nullable RemoteId parent) {

    /** A record that stands alone. */
    public static Subject of(String remoteId, String label) {
        return new Subject(new RemoteId(remoteId), label, null);
    }

    /** A record that is read with another. */
    public static Subject within(RemoteId parent, String remoteId, String label) {
        return new Subject(new RemoteId(remoteId), label, parent);
    }
}
