package com.optiply.picqer.flow.walk;

import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.sync.lookup.OpenOrders;
import org.apache.camel.Exchange;

/** When the lists of a run are through: orders that are followed, and that none of the lists had, by their ids. */
public final class UnlistedOrders {
    private static final String ASKED = "unlistedOrdersAsked";

    private final String path;
    private final OpenOrders openOrders;

    public UnlistedOrders(String path, OpenOrders openOrders) {
        this.path = path;
        this.openOrders = openOrders;
    }

    /** Whether there is more to read, them included; which they are is asked once in a run. */
    public boolean hasNext(Exchange exchange) {
        Walk walk = Walk.of(exchange);
        if (!walk.hasNext() && RunState.get(exchange, ASKED, Boolean.class) == null) {
            RunState.put(exchange, ASKED, true);
            walk.then(openOrders.unseen(Variables.run(exchange)).stream()
                    .map(order -> new SingleStretch(path, order))
                    .toList());
        }
        return walk.hasNext();
    }
}
