package com.optiply.picqer.store;

import org.jdbi.v3.core.Handle;

/** The tables, within one transaction. Not thread-safe, and of no use once the transaction has ended. */
public final class Transaction {
    private final Handle handle;
    private final DatabaseClock clock;

    Transaction(Handle handle, DatabaseClock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    public Links links() {
        return new Links(handle);
    }

    public Runs runs() {
        return new Runs(handle);
    }

    public Intents intents() {
        return new Intents(handle);
    }

    public Exports exports() {
        return new Exports(handle);
    }

    public Changes changes() {
        return new Changes(handle);
    }

    public Quarantine quarantine() {
        return new Quarantine(handle);
    }

    public Holds holds() {
        return new Holds(handle);
    }

    public Candidates candidates() {
        return new Candidates(handle);
    }

    public Marks marks() {
        return new Marks(handle);
    }

    public Listed listed() {
        return new Listed(handle);
    }

    public Rereads rereads() {
        return new Rereads(handle);
    }

    public Watermarks watermarks() {
        return new Watermarks(handle);
    }

    public Leases leases() {
        return new Leases(handle, clock);
    }

    public Requests requests() {
        return new Requests(handle);
    }
}
