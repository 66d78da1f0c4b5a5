package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Writes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.RunId;
import java.time.Instant;

/** One run of one flow for one customer, while it lasts. Confined to the run's thread. */
public final class Run {
    private final RunId id;
    private final String flow;
    private final Kind kind;
    private final CustomerSettings customer;
    private final Instant startedAt;
    private final Tally tally = new Tally();

    public Run(RunId id, String flow, Kind kind, CustomerSettings customer, Instant startedAt) {
        this.id = id;
        this.flow = flow;
        this.kind = kind;
        this.customer = customer;
        this.startedAt = startedAt;
    }

    public RunId id() {
        return id;
    }

    public String flow() {
        return flow;
    }

    public Kind kind() {
        return kind;
    }

    public CustomerSettings customer() {
        return customer;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Tally tally() {
        return tally;
    }

    /** Whether this run only says what it would write. */
    public boolean withholdsWrites() {
        return customer.writes() == Writes.OFF;
    }
}
