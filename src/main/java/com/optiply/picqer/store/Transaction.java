package com.optiply.picqer.store;

import com.optiply.picqer.store.database.Dialect;
import org.jdbi.v3.core.Handle;

/** The tables, within one transaction. Not thread-safe, and of no use once the transaction has ended. */
public final class Transaction {
    private final Handle handle;
    private final Dialect dialect;

    Transaction(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /**
     * Notes that this state was put back from a copy: what has happened since then is in Optiply, and unknown here. So
     * Optiply is listed once more for every kind, whatever is parked is tried, a person is asked once more about what
     * was approved, and orders are written to Picqer again only when an import has seen what is there by now. How far a
     * list of preferred suppliers has come since is not known either: nothing more is done for it.
     */
    void notePutBack() {
        candidates().distrust();
        requests().clear();
        watermarks().removeOfAll(Watermarks.EXPORT);
        quarantine().retryAll();
        approvals().askAllAgain();
        droppedFiles().forgetOpen();
    }

    /** How far the state has come: it only ever rises. */
    long progress() {
        return Counter.last(handle, Runs.PROGRESS);
    }

    /** Notes a step from which on an older copy is to be told from this state. */
    void goOn() {
        Counter.next(handle, Runs.PROGRESS);
    }

    public Links links() {
        return new Links(handle);
    }

    public Sightings sightings() {
        return new Sightings(handle);
    }

    public Labels labels() {
        return new Labels(handle);
    }

    public SampledLinks sampledLinks() {
        return new SampledLinks(handle);
    }

    public PutBackLinks putBackLinks() {
        return new PutBackLinks(handle);
    }

    public Runs runs() {
        return new Runs(handle, dialect);
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

    public Approvals approvals() {
        return new Approvals(handle);
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

    public Grounds grounds() {
        return new Grounds(handle);
    }

    public Listed listed() {
        return new Listed(handle);
    }

    public Differences differences() {
        return new Differences(handle);
    }

    public Rereads rereads() {
        return new Rereads(handle);
    }

    public Watermarks watermarks() {
        return new Watermarks(handle);
    }

    public KnownCustomers knownCustomers() {
        return new KnownCustomers(handle);
    }

    public Leases leases() {
        return new Leases(handle, dialect);
    }

    public Requests requests() {
        return new Requests(handle);
    }

    public DroppedFiles droppedFiles() {
        return new DroppedFiles(handle);
    }

    public DroppedRows droppedRows() {
        return new DroppedRows(handle);
    }

    public DroppedPairs droppedPairs() {
        return new DroppedPairs(handle);
    }

    public Withdrawals withdrawals() {
        return new Withdrawals(handle);
    }
}
