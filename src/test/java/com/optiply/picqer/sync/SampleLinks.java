package com.optiply.picqer.sync;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Leg;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.RunId;
import com.optiply.picqer.store.Standing;
import org.jspecify.annotations.Nullable;

/** Links of product 1, whose sku is S-1. */
final class SampleLinks {
    static final RunId BEFORE = new RunId(7);
    static final RunId NOW = new RunId(8);
    static final RemoteId ONE = new RemoteId("1");
    static final OptiplyId IN_OPTIPLY = new OptiplyId(1001);

    private SampleLinks() {}

    static Link linked(String attributes) {
        return link(IN_OPTIPLY, attributes, Standing.SEND, null);
    }

    static Link unlinked(Standing standing, @Nullable String reason) {
        return link(null, null, standing, reason);
    }

    static Link link(@Nullable OptiplyId id, @Nullable String attributes, Standing standing, @Nullable String reason) {
        String uuid = id == null ? null : "uuid-1";
        return new Link(
                Acme.NAME,
                Kind.PRODUCTS,
                ONE,
                null,
                "S-1",
                id,
                uuid,
                attributes,
                standing,
                reason,
                null,
                BEFORE,
                Leg.INACTIVE);
    }
}
