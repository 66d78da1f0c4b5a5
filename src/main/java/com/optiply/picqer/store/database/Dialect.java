package com.optiply.picqer.store.database;

import java.time.Duration;

/** How each database says what no standard of SQL settles. */
public enum Dialect {
    SQLITE("strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now', '+%d.%03d seconds')", ""),
    POSTGRESQL(
            "to_char((clock_timestamp() + interval '%d.%03d seconds') at time zone 'UTC', "
                    + "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')",
            " for share");

    private final String moment;
    private final String heldAsItIs;

    Dialect(String moment, String heldAsItIs) {
        this.moment = moment;
        this.heldAsItIs = heldAsItIs;
    }

    /** The time that the database has, in the form that the state has of all moments. */
    public String now() {
        return in(Duration.ZERO);
    }

    public String in(Duration later) {
        return moment.formatted(later.toSeconds(), later.toMillisPart());
    }

    /**
     * What a query ends with whose rows are to stay as they are until the transaction ends, one that writes. While one
     * writes to SQLite, nobody else does.
     */
    public String heldAsItIs() {
        return heldAsItIs;
    }
}
