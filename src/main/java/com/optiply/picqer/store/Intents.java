package com.optiply.picqer.store;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Intent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was about to be sent and has no stored answer: written before the request, removed with its answer. */
public final class Intents {
    private final Handle handle;

    Intents(Handle handle) {
        this.handle = handle;
    }

    /** Writes ahead; a record has one intent at most, the latest. */
    public void write(List<Intent> intents) {
        Batches.write(
                handle,
                """
                insert into intent (customer, kind, remote_id, parent, label, action, attributes, run, written_at)
                values (:customer, :kind, :remoteId, :parent, :label, :action, :attributes, :run, :writtenAt)
                on conflict (customer, kind, remote_id) do update set
                    parent = excluded.parent, label = excluded.label, action = excluded.action,
                    attributes = excluded.attributes, run = excluded.run, written_at = excluded.written_at
                """,
                intents);
    }

    public void remove(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        Keys.update(remoteIds, keys -> handle.createUpdate(
                        "delete from intent where customer = :customer and kind = :kind and remote_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
    }

    /**
     * Intents without an answer, by remote id.
     *
     * @param after the last remote id of the page before; null: from the beginning
     */
    public List<Intent> open(CustomerName customer, Kind kind, @Nullable RemoteId after, int limit) {
        return handle.createQuery(
                        """
                        select * from intent where customer = :customer and kind = :kind and remote_id > :after
                        order by remote_id limit :limit
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("after", Keys.after(after))
                .bind("limit", limit)
                .mapTo(Intent.class)
                .list();
    }

    /** Those of these records that a write without an answer is about. */
    public Set<RemoteId> unanswered(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        return Keys.query(remoteIds, keys -> handle.createQuery(
                                """
                                select remote_id from intent
                                where customer = :customer and kind = :kind and remote_id in (<keys>)
                                """)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .mapTo(RemoteId.class)
                        .list())
                .collect(toSet());
    }

    /** Whether a write about any record of that parent has no answer yet. */
    public boolean isAnyWithin(CustomerName customer, Kind kind, RemoteId parent) {
        return handle.createQuery(
                        "select 1 from intent where customer = :customer and kind = :kind and parent = :parent limit 1")
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("parent", parent)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Whether any write of the customer has no answer yet. */
    public boolean isAny(CustomerName customer) {
        return handle.createQuery("select 1 from intent where customer = :customer limit 1")
                .bind("customer", customer)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    public long count(CustomerName customer, Kind kind) {
        return handle.createQuery("select count(*) from intent where customer = :customer and kind = :kind")
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }
}
