package com.optiply.picqer.store;

import java.time.Duration;

/** How SQL says, in the form of {@link Moments}, what time the database has; this no standard settles. */
enum DatabaseClock {
    SQLITE("strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now', '+%d.%03d seconds')"),
    POSTGRESQL("to_char((clock_timestamp() + interval '%d.%03d seconds') at time zone 'UTC', "
            + "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");

    private final String pattern;

    DatabaseClock(String pattern) {
        this.pattern = pattern;
    }

    String now() {
        return in(Duration.ZERO);
    }

    String in(Duration later) {
        return pattern.formatted(later.toSeconds(), later.toMillisPart());
    }
}
