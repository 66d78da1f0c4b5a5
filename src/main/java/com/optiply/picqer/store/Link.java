package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import org.jspecify.annotations.Nullable;

/**
 * One source record and what became of it, filtered and parked ones too.
 *
 * @param parent the record that it is read with: of a line, its order; null where it stands alone
 * @param label what a person calls it: the sku of a product
 * @param optiplyId null: it is not in Optiply, or travelled with its parent and nobody has learnt its id yet
 * @param attributes JSON, as Optiply last acknowledged them; null: it is not in Optiply
 * @param reason why it was filtered or parked
 * @param adjustments JSON array of the values that were changed on the way, by rule; null: none
 * @param sighting who last saw it in Picqer
 */
public record Link(
        CustomerName customer,
        Kind kind,
        RemoteId remoteId,
        @Nullable RemoteId parent,
        String label,
        @Nullable OptiplyId optiplyId,
        @Nullable String optiplyUuid,
        @Nullable String attributes,
        Standing standing,
        @Nullable String reason,
        @Nullable String adjustments,
        Sighting sighting) {}
