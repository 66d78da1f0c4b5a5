package com.optiply.picqer.store;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.ParkedCount;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** A record that waits for another has no time of its own, unless it is to be tried before that one is there. */
    private static final String AT_ONCE = "case when awaits_id is null then null else last_at end";

    private final Handle handle;

    Quarantine(Handle handle) {
        this.handle = handle;
    }

    /**
     * Parks records; one that was parked before keeps the moment when that began.
     *
     * @param parked all of one customer and kind
     */
    public void park(List<Parked> parked) {
        Map<RemoteId, Parked> before = standing(parked);
        Batches.write(
                handle,
                """
                insert into quarantine (customer, kind, remote_id, label, reason, detail, advice, awaits_kind,
                    awaits_id, attempts, first_at, last_at, last_run, next_at, refused)
                values (:customer, :kind, :remoteId, :label, :reason, :detail, :advice, :awaitsKind,
                    :awaitsId, :attempts, :firstAt, :lastAt, :lastRun, :nextAt, :refused)
                on conflict (customer, kind, remote_id) do update set
                    label = excluded.label, reason = excluded.reason, detail = excluded.detail,
                    advice = excluded.advice, awaits_kind = excluded.awaits_kind, awaits_id = excluded.awaits_id,
                    attempts = excluded.attempts, last_at = excluded.last_at, last_run = excluded.last_run,
                    next_at = excluded.next_at, refused = excluded.refused
                """,
                parked.stream()
                        .map(one ->
                                before.containsKey(one.remoteId()) ? one.following(before.get(one.remoteId())) : one)
                        .toList());
    }

    private Map<RemoteId, Parked> standing(List<Parked> parked) {
        return parked.isEmpty()
                ? Map.of()
                : find(
                        parked.get(0).customer(),
                        parked.get(0).kind(),
                        parked.stream().map(Parked::remoteId).toList());
    }

    /** What is known of those among these records that are parked. */
    public Map<RemoteId, Parked> find(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
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
                .collect(toMap(Parked::remoteId, one -> one));
    }

    /** Lets what is left alone be tried by the next run of its flow. */
    public int retry(CustomerName customer) {
        return handle.createUpdate("update quarantine set next_at = " + AT_ONCE
                        + " where customer = :customer and next_at is not null")
                .bind("customer", customer)
                .execute();
    }

    /** Lets what is left alone be tried, for all customers. */
    void retryAll() {
        handle.execute("update quarantine set next_at = " + AT_ONCE + " where next_at is not null");
    }

    public void release(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        Keys.update(remoteIds, keys -> handle.createUpdate(
                        "delete from quarantine where customer = :customer and kind = :kind and remote_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
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

    /** Parked records that wait for one of that other kind, whether it is there or not. */
    public List<RemoteId> awaiting(CustomerName customer, Kind kind, Kind awaited) {
        return handle.createQuery(
                        """
                        select remote_id from quarantine
                        where customer = :customer and kind = :kind and awaits_kind = :awaited
                        order by remote_id
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("awaited", awaited)
                .mapTo(RemoteId.class)
                .list();
    }

    /** Parked records to be tried at that moment: what they waited for is in Optiply, or their time has come. */
    public List<RemoteId> due(CustomerName customer, Kind kind, Instant at) {
        return handle.createQuery(
                        """
                        select remote_id from quarantine where customer = :customer and kind = :kind
                            and (awaits_id is null and next_at is null or next_at <= :at or <isThere>)
                        order by remote_id
                        """)
                .define("isThere", IS_THERE)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("at", at)
                .mapTo(RemoteId.class)
                .list();
    }

    /** Those among them that waited for a record. */
    public List<RemoteId> freed(CustomerName customer, Kind kind) {
        return handle.createQuery(
                        """
                        select remote_id from quarantine where customer = :customer and kind = :kind and <isThere>
                        order by remote_id
                        """)
                .define("isThere", IS_THERE)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(RemoteId.class)
                .list();
    }

    /** Whether the time of any record that Optiply refused has come between these moments, the last one included. */
    public boolean isAnyRefusedDue(CustomerName customer, Kind kind, Instant after, Instant at) {
        return handle.createQuery(
                        """
                        select 1 from quarantine where customer = :customer and kind = :kind and refused is not null
                            and next_at > :after and next_at <= :at
                        limit 1
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("after", after)
                .bind("at", at)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Whether any record that is parked for this reason is to be tried at that moment. */
    public boolean isAnyDue(CustomerName customer, Kind kind, String reason, Instant at) {
        return handle.createQuery(
                        """
                        select 1 from quarantine where customer = :customer and kind = :kind and reason = :reason
                            and (next_at is null or next_at <= :at)
                        limit 1
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("reason", reason)
                .bind("at", at)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
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
