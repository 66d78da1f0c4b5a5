package com.optiply.picqer.flow.page;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Reading;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * An order while it is put together: the order as it was read, and what was decided about its lines.
 *
 * @param lines in the order's own sequence, one decision for each
 */
public record Draft(Reading order, List<Decision> lines) {

    /** The order that the route has come to; one that has no line never went through a split. */
    public static Draft of(Exchange exchange, int linesOfOrder) {
        Object body = exchange.getMessage().getBody();
        Draft draft = body instanceof Draft gathered ? gathered : new Draft((Reading) body, List.of());
        Gathering.requireAll(
                "lines of order " + draft.order().subject().label(),
                linesOfOrder,
                draft.lines().size());
        return draft;
    }

    /** The order itself, whether or not its lines have been gathered yet. */
    public static Reading order(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        return body instanceof Draft draft ? draft.order() : (Reading) body;
    }
}
