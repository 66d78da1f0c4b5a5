package com.optiply.picqer.sync;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.RunId;
import com.optiply.picqer.store.Sighting;
import com.optiply.picqer.store.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a link goes from one state to the next. Pure; the rows themselves are the store's. */
final class LinkStates {
    private LinkStates() {}

    /** The attributes that Optiply last acknowledged; none when it never did. */
    static Attributes acknowledged(Link link) {
        String json = link.attributes();
        return json == null ? Attributes.NONE : Attributes.parse(json);
    }

    static Link linked(Link link, OptiplyId id, @Nullable String uuid, Attributes attributes) {
        return copy(link, id, uuid, attributes.json(), link.standing(), link.reason());
    }

    static Link unlinked(Link link) {
        return copy(link, null, null, null, link.standing(), link.reason());
    }

    static Link standing(Link link, Standing standing, @Nullable String reason) {
        return copy(link, link.optiplyId(), link.optiplyUuid(), link.attributes(), standing, reason);
    }

    /** The link with one more value that was changed on the way. */
    static Link adjusted(Link link, Adjustment adjustment) {
        List<Adjustment> adjustments = new ArrayList<>(AdjustmentsText.parse(link.adjustments()));
        adjustments.add(adjustment);
        return copy(link, AdjustmentsText.json(adjustments), link.sighting());
    }

    /** The link when that run has seen its record, in the same list as before. */
    static Link seen(Link link, RunId run) {
        return copy(link, link.adjustments(), new Sighting(run, link.sighting().leg()));
    }

    private static Link copy(Link link, @Nullable String adjustments, Sighting sighting) {
        return new Link(
                link.customer(),
                link.kind(),
                link.remoteId(),
                link.parent(),
                link.label(),
                link.optiplyId(),
                link.optiplyUuid(),
                link.attributes(),
                link.standing(),
                link.reason(),
                adjustments,
                sighting);
    }

    /** The link of a supplier's name, when the supplier itself has taken its place in Optiply. */
    static Link leadingTo(RemoteId supplier, Link link) {
        return new Link(
                link.customer(),
                link.kind(),
                link.remoteId(),
                supplier,
                link.label(),
                null,
                null,
                null,
                Standing.FILTER,
                FilterReason.TAKEN_OVER.code(),
                null,
                link.sighting());
    }

    /** The link when it is unknown what Optiply has for the attributes that {@code doubtful} names. */
    static Link unknown(Link link, Attributes doubtful) {
        return unknown(link, doubtful.names());
    }

    /** The link when it is unknown what Optiply has for the attributes of these names. */
    static Link unknown(Link link, Set<String> names) {
        if (link.attributes() == null) {
            return link;
        }
        String rest = acknowledged(link).unknown(names).json();
        return copy(link, link.optiplyId(), link.optiplyUuid(), rest, link.standing(), link.reason());
    }

    private static Link copy(
            Link link,
            @Nullable OptiplyId id,
            @Nullable String uuid,
            @Nullable String attributes,
            Standing standing,
            @Nullable String reason) {
        return new Link(
                link.customer(),
                link.kind(),
                link.remoteId(),
                link.parent(),
                link.label(),
                id,
                uuid,
                attributes,
                standing,
                reason,
                link.adjustments(),
                link.sighting());
    }
}
