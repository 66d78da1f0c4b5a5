package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.RunId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a run that only looks has found. It is told from here, because another process may have looked. */
public final class Differences {
    private final Handle handle;

    Differences(Handle handle) {
        this.handle = handle;
    }

    public void add(CustomerName customer, RunId run, List<Difference> found) {
        Batches.write(
                handle,
                """
                insert into difference
                    (customer, run, kind, remote_id, label, optiply_id, sort, attribute, held, wanted)
                values (:customer, :run, :kind, :remoteId, :label, :optiplyId, :sort, :attribute, :held, :wanted)
                """,
                found.stream().map(one -> Row.of(customer, run, one)).toList());
    }

    /** Makes room: only what was found last is kept. */
    public void forget(CustomerName customer) {
        handle.createUpdate("delete from difference where customer = :customer")
                .bind("customer", customer)
                .execute();
    }

    /** By kind and record; what was found twice, in a list that was read again, comes once. */
    public List<Difference> of(CustomerName customer, RunId run) {
        return handle.createQuery(
                        """
                        select distinct kind, remote_id, label, optiply_id, sort, attribute, held, wanted
                        from difference
                        where customer = :customer and run = :run
                        order by kind, remote_id, sort, attribute
                        """)
                .bind("customer", customer)
                .bind("run", run)
                .mapTo(Difference.class)
                .list();
    }

    /** One row of the table; public, as Jdbi reads its components. */
    public record Row(
            CustomerName customer,
            RunId run,
            Kind kind,
            RemoteId remoteId,
            String label,
            @Nullable OptiplyId optiplyId,
            Difference.Sort sort,
            String attribute,
            String held,
            String wanted) {
        static Row of(CustomerName customer, RunId run, Difference found) {
            return new Row(
                    customer,
                    run,
                    found.kind(),
                    found.remoteId(),
                    found.label(),
                    found.optiplyId(),
                    found.sort(),
                    found.attribute(),
                    found.held(),
                    found.wanted());
        }
    }
}
