package com.optiply.picqer.door;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets out every header that a door has set, and lets in the few that it reads. Camel's own strategy would drop the
 * content type of a request without a body, and Optiply wants that on every request.
 */
public final class DoorHeaders implements HeaderFilterStrategy {
    private static final Set<String> READ = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        READ.addAll(Set.of(Signals.RETRY_AFTER, Signals.LIMIT, Signals.REMAINING));
    }

    @Override
    public boolean applyFilterToCamelHeaders(String headerName, Object headerValue, Exchange exchange) {
        return headerName.startsWith("Camel");
    }

    @Override
    public boolean applyFilterToExternalHeaders(String headerName, Object headerValue, Exchange exchange) {
        return !READ.contains(headerName);
    }
}
