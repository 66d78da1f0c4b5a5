package com.optiply.picqer.store.row;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.ParkReason;
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
        Sighting sighting) {

    /** One that stands alone and is not in Optiply; what else is known of it is added. */
    public static Link of(
            CustomerName customer,
            Kind kind,
            RemoteId remoteId,
            String label,
            Standing standing,
            @Nullable String reason,
            Sighting sighting) {
        return new Link(customer, kind, remoteId, null, label, null, null, null, standing, reason, null, sighting);
    }

    public Link within(@Nullable RemoteId order) {
        return new Link(
                customer,
                kind,
                remoteId,
                order,
                label,
                optiplyId,
                optiplyUuid,
                attributes,
                standing,
                reason,
                adjustments,
                sighting);
    }

    public Link labelled(String said) {
        return new Link(
                customer,
                kind,
                remoteId,
                parent,
                said,
                optiplyId,
                optiplyUuid,
                attributes,
                standing,
                reason,
                adjustments,
                sighting);
    }

    /** The link when Optiply has the record with these attributes, as JSON; an id of null: nobody has learnt it yet. */
    public Link inOptiply(@Nullable OptiplyId id, @Nullable String uuid, @Nullable String json) {
        return new Link(
                customer, kind, remoteId, parent, label, id, uuid, json, standing, reason, adjustments, sighting);
    }

    /** The link when Optiply does not have the record. */
    public Link unlinked() {
        return inOptiply(null, null, null);
    }

    public Link standing(Standing now, @Nullable String why) {
        return new Link(
                customer,
                kind,
                remoteId,
                parent,
                label,
                optiplyId,
                optiplyUuid,
                attributes,
                now,
                why,
                adjustments,
                sighting);
    }

    public Link parked(ParkReason why) {
        return standing(Standing.PARK, why.code());
    }

    /** The link with these adjustments alone, as JSON. */
    public Link adjusted(@Nullable String json) {
        return new Link(
                customer,
                kind,
                remoteId,
                parent,
                label,
                optiplyId,
                optiplyUuid,
                attributes,
                standing,
                reason,
                json,
                sighting);
    }

    public Link seen(Sighting last) {
        return new Link(
                customer,
                kind,
                remoteId,
                parent,
                label,
                optiplyId,
                optiplyUuid,
                attributes,
                standing,
                reason,
                adjustments,
                last);
    }

    /** The link when that run has seen its record, in the same list as before. */
    public Link seenBy(RunId run) {
        return seen(new Sighting(run, sighting.leg()));
    }

    public boolean isParkedFor(ParkReason why) {
        return standing == Standing.PARK && why.code().equals(reason);
    }
}
