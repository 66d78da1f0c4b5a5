package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.RunId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Source records that their flow reads again although nothing changed in Picqer. */
public final class Rereads {
    private final Handle handle;

    Rereads(Handle handle) {
        this.handle = handle;
    }

    /**
     * Asks for these records. Neither the run that asks counts as the one that reads them, nor one that is under way
     * by now and has found out already what it is to read.
     *
     * @param run 0: no run asks, and the one that reads them may have begun
     */
    public void ask(CustomerName customer, Kind kind, RunId run, Collection<RemoteId> remoteIds) {
        for (RemoteId remoteId : remoteIds) {
            handle.createUpdate(
                            """
                            insert into reread (customer, kind, remote_id, asked_run)
                            values (:customer, :kind, :remoteId,
                                coalesce((select max(id) from run where :run > 0 and id > :run), :run))
                            on conflict (customer, kind, remote_id) do update set asked_run = excluded.asked_run
                            """)
                    .bind("customer", customer)
                    .bind("kind", kind)
                    .bind("remoteId", remoteId)
                    .bind("run", run)
                    .execute();
        }
    }

    public List<RemoteId> asked(CustomerName customer, Kind kind) {
        return handle.createQuery(
                        """
                        select remote_id from reread where customer = :customer and kind = :kind order by remote_id
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(RemoteId.class)
                .list();
    }

    /** What was asked for before this run began is done when the run is complete. */
    public void done(CustomerName customer, Kind kind, RunId run) {
        handle.createUpdate("delete from reread where customer = :customer and kind = :kind and asked_run < :run")
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("run", run)
                .execute();
    }
}
