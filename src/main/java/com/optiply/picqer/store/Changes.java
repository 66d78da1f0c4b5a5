package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.RunId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The audit: every write that Optiply acknowledged. */
public final class Changes {
    private final Handle handle;

    Changes(Handle handle) {
        this.handle = handle;
    }

    public void append(List<Change> changes) {
        Batches.write(
                handle,
                """
                insert into change (run, at, customer, kind, remote_id, action, optiply_id, before, after)
                values (:run, :at, :customer, :kind, :remoteId, :action, :optiplyId, :before, :after)
                """,
                changes);
    }

    /** Whether anything was acknowledged for the customer before this run. */
    public boolean isAnyBefore(CustomerName customer, RunId run) {
        return handle.createQuery("select 1 from change where customer = :customer and run < :run limit 1")
                .bind("customer", customer)
                .bind("run", run)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The last changes of one record, the newest first. */
    public List<Change> ofRecord(CustomerName customer, Kind kind, RemoteId remoteId, int limit) {
        return handle.createQuery(
                        """
                        select * from change where customer = :customer and kind = :kind and remote_id = :remoteId
                        order by run desc, at desc limit :limit
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("remoteId", remoteId)
                .bind("limit", limit)
                .mapTo(Change.class)
                .list();
    }

    /** The changes of one run in the order in which they were acknowledged. */
    public List<Change> ofRun(RunId run, int limit) {
        return handle.createQuery("select * from change where run = :run order by at, kind, remote_id limit :limit")
                .bind("run", run)
                .bind("limit", limit)
                .mapTo(Change.class)
                .list();
    }

    /**
     * Forgets changes from before a moment, the oldest first: about {@code limit} at a time, because on SQLite all
     * other writers wait meanwhile. (Changes of one millisecond go together.)
     *
     * @return how many went; 0 when none is left
     */
    public int deleteBefore(Instant moment, int limit) {
        return handle.createUpdate(
                        """
                        delete from change where at <= (
                            select max(at) from (
                                select at from change where at < :moment order by at limit :limit) as oldest)
                        """)
                .bind("moment", moment)
                .bind("limit", limit)
                .execute();
    }
}
