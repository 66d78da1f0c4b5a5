package com.optiply.picqer.flow.export;

import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.optiply.OptiplyId;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.Exchange;

/** Orders that have their outcome in this run already: the list of open ones is not to count them once more. */
final class SettledOrders {
    private static final String SETTLED = "exportsSettled";

    private SettledOrders() {}

    @SuppressWarnings("unchecked")
    static Set<OptiplyId> in(Exchange exchange) {
        Set<OptiplyId> settled = RunState.get(exchange, SETTLED, Set.class);
        return settled == null ? Set.of() : settled;
    }

    static void note(Exchange exchange, OptiplyId order) {
        Set<OptiplyId> settled = new HashSet<>(in(exchange));
        settled.add(order);
        RunState.put(exchange, SETTLED, settled);
    }
}
