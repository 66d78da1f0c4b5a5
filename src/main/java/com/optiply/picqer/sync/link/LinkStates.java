package com.optiply.picqer.sync.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a link's texts read, and how they go from one state to the next. Pure; the rows themselves are the store's. */
public final class LinkStates {
    private LinkStates() {}

    /** The attributes that Optiply last acknowledged; none when it never did. */
    public static Attributes acknowledged(Link link) {
        String json = link.attributes();
        return json == null ? Attributes.NONE : Attributes.parse(json);
    }

    /** Whether Optiply last acknowledged that this pair is its product's choice; empty where nobody knows. */
    public static Optional<Boolean> isPreferred(Link pair) {
        JsonNode flag = acknowledged(pair).get(OptiplySupplierProduct.PREFERRED);
        return flag == null || flag.isNull() ? Optional.empty() : Optional.of(flag.asBoolean());
    }

    public static Link linked(Link link, OptiplyId id, @Nullable String uuid, Attributes attributes) {
        return link.inOptiply(id, uuid, attributes.json());
    }

    /** The link with one more value that was changed on the way. */
    public static Link adjusted(Link link, Adjustment adjustment) {
        List<Adjustment> adjustments = new ArrayList<>(AdjustmentsText.parse(link.adjustments()));
        adjustments.add(adjustment);
        return link.adjusted(AdjustmentsText.json(adjustments));
    }

    /** The link of a supplier's name, when the supplier itself has taken its place in Optiply. */
    public static Link leadingTo(RemoteId supplier, Link link) {
        return link.within(supplier)
                .unlinked()
                .standing(Standing.FILTER, FilterReason.TAKEN_OVER.code())
                .adjusted(null);
    }

    /** The link when it is unknown what Optiply has for the attributes that {@code doubtful} names. */
    public static Link unknown(Link link, Attributes doubtful) {
        return unknown(link, doubtful.names());
    }

    /** The link when it is unknown what Optiply has for the attributes of these names. */
    public static Link unknown(Link link, Set<String> names) {
        if (link.attributes() == null) {
            return link;
        }
        String rest = acknowledged(link).unknown(names).json();
        return link.inOptiply(link.optiplyId(), link.optiplyUuid(), rest);
    }
}
