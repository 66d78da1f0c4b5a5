package com.optiply.picqer.sync;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import org.jspecify.annotations.Nullable;

/** Links of product 1, whose sku is S-1, and of records of any kind. */
public final class SampleLinks {
    public static final RunId BEFORE = new RunId(7);
    public static final RunId NOW = new RunId(8);
    public static final RemoteId ONE = new RemoteId("1");
    public static final OptiplyId IN_OPTIPLY = new OptiplyId(1001);

    private SampleLinks() {}

    public static Link linked(String attributes) {
        return link(IN_OPTIPLY, attributes, Standing.SEND, null);
    }

    public static Link unlinked(Standing standing, @Nullable String reason) {
        return link(null, null, standing, reason);
    }

    public static Link link(
            @Nullable OptiplyId id, @Nullable String attributes, Standing standing, @Nullable String reason) {
        String uuid = id == null ? null : "uuid-1";
        return Link.of(Acme.NAME, Kind.PRODUCTS, ONE, "S-1", standing, reason, new Sighting(BEFORE, Leg.INACTIVE))
                .inOptiply(id, uuid, attributes);
    }

    public static Link inOptiply(Kind kind, String id, long optiplyId, String attributes) {
        return of(kind, id, new OptiplyId(optiplyId), attributes, Standing.SEND, null);
    }

    public static Link notInOptiply(Kind kind, String id, Standing standing, @Nullable String reason) {
        return of(kind, id, null, null, standing, reason);
    }

    /** The link of a record that is read with that parent. */
    public static Link within(String parent, Link link) {
        return link.within(new RemoteId(parent));
    }

    /** The link as one that no reading of Picqer has made. */
    public static Link unseen(Link link) {
        return link.seenBy(RunId.NONE);
    }

    private static Link of(
            Kind kind,
            String id,
            @Nullable OptiplyId optiplyId,
            @Nullable String attributes,
            Standing standing,
            @Nullable String reason) {
        return Link.of(Acme.NAME, kind, new RemoteId(id), "L-" + id, standing, reason, new Sighting(BEFORE, Leg.ACTIVE))
                .inOptiply(optiplyId, null, attributes);
    }
}
