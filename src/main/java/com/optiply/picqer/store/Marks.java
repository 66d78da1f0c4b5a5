package com.optiply.picqer.store;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Mark;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How source records looked when they were last seen through: what looks the same need not be decided again. */
public final class Marks {
    private final Handle handle;

    Marks(Handle handle) {
        this.handle = handle;
    }

    /** The marks of those of the given records that have one. */
    public Map<RemoteId, String> find(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        return Keys.query(remoteIds, keys -> handle.createQuery(
                                """
                                select * from mark
                                where customer = :customer and kind = :kind and remote_id in (<keys>)
                                """)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .mapTo(Mark.class)
                        .list())
                .collect(toMap(Mark::remoteId, Mark::value));
    }

    public void save(List<Mark> marks) {
        Batches.write(
                handle,
                """
                insert into mark (customer, kind, remote_id, value) values (:customer, :kind, :remoteId, :value)
                on conflict (customer, kind, remote_id) do update set value = excluded.value
                """,
                marks);
    }

    /** Forgets how these records looked, so that they are decided anew. */
    public void remove(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        Keys.update(remoteIds, keys -> handle.createUpdate(
                        "delete from mark where customer = :customer and kind = :kind and remote_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
    }
}
