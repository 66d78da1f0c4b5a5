package com.optiply.picqer.store;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which run last found which records in a listing of all that Optiply has. It is kept here and not in memory, which
 * must not grow with the account; and apart from the links, so that a run that only looks changes none of them.
 */
public final class Listed {
    private static final String COLUMNS = LinkMapper.COLUMNS.replaceAll("(\\w+)", "link.$1");
    /** Beside Optiply's id, as lines that went with their order have attributes and no id yet. */
    private static final String IN_OPTIPLY =
            """
             link.customer = :customer and link.kind = :kind and link.attributes is not null
            """;

    private final Handle handle;

    Listed(Handle handle) {
        this.handle = handle;
    }

    public void mark(CustomerName customer, Kind kind, RunId run, Collection<RemoteId> remoteIds) {
        List<Row> rows = remoteIds.stream()
                .map(remoteId -> new Row(customer, kind, remoteId, run))
                .toList();
        Batches.write(
                handle,
                """
                insert into listed (customer, kind, remote_id, run) values (:customer, :kind, :remoteId, :run)
                on conflict (customer, kind, remote_id) do update set run = excluded.run
                """,
                rows);
    }

    /** Those of these records that the run has found. */
    public Set<RemoteId> by(CustomerName customer, Kind kind, RunId run, Collection<RemoteId> remoteIds) {
        return Keys.query(remoteIds, keys -> handle.createQuery(
                                """
                                select remote_id from listed
                                where customer = :customer and kind = :kind and run = :run and remote_id in (<keys>)
                                """)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bind("run", run)
                        .bindList("keys", keys)
                        .mapTo(RemoteId.class)
                        .list())
                .collect(toSet());
    }

    /**
     * Records that should be in Optiply and that the run has not found, by remote id. One that a write without an
     * answer is about is not among them, found or not: what Optiply has of it only its flow finds out.
     *
     * @param told the reason of those that a person has been told of before: they are left out
     * @param after the last remote id of the page before; null: from the beginning
     */
    public List<Link> missing(
            CustomerName customer, Kind kind, RunId run, String told, @Nullable RemoteId after, int limit) {
        return handle.createQuery(
                        "select " + COLUMNS + " from link where" + IN_OPTIPLY
                                + """
                         and link.remote_id > :after
                            and not (link.standing = 'park' and coalesce(link.reason, '') = :told)
                            and not exists (select 1 from listed where listed.customer = link.customer
                                and listed.kind = link.kind and listed.remote_id = link.remote_id
                                and listed.run = :run)
                            and not exists (select 1 from intent where intent.customer = link.customer
                                and intent.kind = link.kind and intent.remote_id = link.remote_id)
                        order by link.remote_id limit :limit
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("after", Keys.after(after))
                .bind("told", told)
                .bind("run", run)
                .bind("limit", limit)
                .map(LinkMapper.of(customer, kind))
                .list();
    }

    /** How many records should be in Optiply, those among them that nobody has learnt the id of. */
    public long expected(CustomerName customer, Kind kind) {
        return handle.createQuery("select count(*) from link where" + IN_OPTIPLY)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }

    /** One row of the table; public, as Jdbi reads its components. */
    public record Row(CustomerName customer, Kind kind, RemoteId remoteId, RunId run) {}
}
