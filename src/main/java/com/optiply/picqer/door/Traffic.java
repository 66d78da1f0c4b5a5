package com.optiply.picqer.door;

import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;

/** Counts the requests that leave through the doors on behalf of one exchange and its parts. Thread-safe. */
public final class Traffic {
    private static final String VARIABLE = "traffic";

    private final LongAdder picqer = new LongAdder();
    private final LongAdder optiply = new LongAdder();

    /** Begins to count, from zero. */
    public static void begin(Exchange exchange) {
        exchange.setVariable(VARIABLE, new Traffic());
    }

    /** What was counted since {@link #begin}. */
    public static Traffic of(Exchange exchange) {
        Traffic traffic = exchange.getVariable(VARIABLE, Traffic.class);
        return traffic == null ? new Traffic() : traffic;
    }

    /** Every attempt counts, whatever comes of it; logins count too. */
    static void count(Exchange exchange, Account account) {
        Traffic traffic = of(exchange);
        (account == Account.PICQER ? traffic.picqer : traffic.optiply).increment();
    }

    public long picqer() {
        return picqer.sum();
    }

    public long optiply() {
        return optiply.sum();
    }
}
