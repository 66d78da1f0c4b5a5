package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * A record that Optiply had when the state was empty, and that may belong to a source record.
 *
 * @param remoteId by our coupling; null: it has none there
 * @param parent of a line: the order that it belongs to in Optiply
 * @param attributes JSON, as Optiply has them
 */
public record Candidate(
        CustomerName customer,
        Kind kind,
        OptiplyId optiplyId,
        @Nullable String optiplyUuid,
        @Nullable RemoteId remoteId,
        String naturalKey,
        @Nullable OptiplyId parent,
        String attributes,
        Author author) {

    /** Who made a record in Optiply. */
    public enum Author {
        /** In Optiply's own screens. */
        PERSON,
        /** By the API; it need not have been this one. */
        PROGRAM
    }
}
