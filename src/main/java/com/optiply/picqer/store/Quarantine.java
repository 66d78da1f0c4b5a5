package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Records that should be in Optiply and cannot be yet, each with its reason and what to do about it. */
public final class Quarantine {
    private static final String IS_THERE =
            """
            exists (
                select 1 from link where link.customer = quarantine.customer
                    and link.kind = quarantine.awaits_kind and link.remote_id = quarantine.awaits_id
                    and (link.optiply_id is not null or link.standing in ('filter', 'gone')))
            """;

    private final Handle handle;

    Quarantine(Handle handle) {
        this.handle = handle;
    }

    /** Parks records; one that was parked before keeps the moment when that began and counts one attempt more. */
    public void park(List<Parked> parked) {
        Batches.write(
                handle,
                """
                insert into quarantine (customer, kind, remote_id, label, reason, detail, advice, awaits_kind,
                    awaits_id, attempts, first_at, last_at, last_run)
                values (:customer, :kind, :remoteId, :label, :reason, :detail, :advice, :awaitsKind,
                    :awaitsId, :attempts, :firstAt, :lastAt, :lastRun)
                on conflict (customer, kind, remote_id) do update set
                    label = excluded.label, reason = excluded.reason, detail = excluded.detail,
                    advice = excluded.advice, awaits_kind = excluded.awaits_kind, awaits_id = excluded.awaits_id,
                    attempts = quarantine.attempts + 1, last_at = excluded.last_at, last_run = excluded.last_run
                """,
                parked);
    }

    public void release(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        Keys.update(remoteIds, keys -> handle.createUpdate(
                        "delete from quarantine where customer = :customer and kind = :kind and remote_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
    }

    /** Those of the given records that are parked. */
    public List<Parked> find(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        return Keys.query(remoteIds, keys -> handle.createQuery(
                                """
                                select * from quarantine
                                where customer = :customer and kind = :kind and remote_id in (<keys>)
                                """)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .mapTo(Parked.class)
                        .list())
                .toList();
    }

    /**
     * Parked records by remote id.
     *
     * @param after the last remote id of the page before; null: from the beginning
     */
    public List<Parked> page(CustomerName customer, Kind kind, @Nullable RemoteId after, int limit) {
        return handle.createQuery(
                        """
                        select * from quarantine where customer = :customer and kind = :kind and remote_id > :after
                        order by remote_id limit :limit
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("after", Keys.after(after))
                .bind("limit", limit)
                .mapTo(Parked.class)
                .list();
    }

    /** Parked records that wait for nothing any more: what they waited for is in Optiply, or they named nothing. */
    public List<RemoteId> due(CustomerName customer, Kind kind) {
        return waiting(customer, kind, "awaits_id is null or " + IS_THERE);
    }

    /** Those among them that waited for a record. */
    public List<RemoteId> freed(CustomerName customer, Kind kind) {
        return waiting(customer, kind, "awaits_id is not null and " + IS_THERE);
    }

    private List<RemoteId> waiting(CustomerName customer, Kind kind, String condition) {
        return handle.createQuery("select remote_id from quarantine where customer = :customer and kind = :kind and ("
                        + condition + ") order by remote_id")
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(RemoteId.class)
                .list();
    }

    public List<ParkedCount> byReason(CustomerName customer, Kind kind) {
        return handle.createQuery(
                        """
                        select reason, count(*) as records from quarantine
                        where customer = :customer and kind = :kind group by reason order by reason
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(ParkedCount.class)
                .list();
    }
}
