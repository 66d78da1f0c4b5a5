package com.optiply.picqer.flow;

import com.optiply.picqer.customer.CustomerSettings.Paging;
import com.optiply.picqer.picqer.ListWalk;
import com.optiply.picqer.store.Leg;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The walk over both lists of products: the active one to its end, then the inactive one. Confined to one thread. */
final class CatalogueWalk {
    private final Paging paging;
    private final Deque<Leg> legs = new ArrayDeque<>(List.of(Leg.ACTIVE, Leg.INACTIVE));
    private ListWalk list;

    CatalogueWalk(Paging paging) {
        this.paging = paging;
        this.list = walk();
    }

    boolean hasNext() {
        return !legs.isEmpty();
    }

    Leg leg() {
        return legs.element();
    }

    int offset() {
        return list.offset();
    }

    /** Whether the page joins on to what was read; see {@link ListWalk#take}. */
    boolean take(List<String> keys) {
        boolean joins = list.take(keys);
        if (list.ended()) {
            legs.remove();
            list = walk();
        }
        return joins;
    }

    private ListWalk walk() {
        return switch (paging) {
            case OVERLAPPING -> ListWalk.overlapping();
            case PLAIN -> ListWalk.plain();
        };
    }
}
