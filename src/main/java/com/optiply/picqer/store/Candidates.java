package com.optiply.picqer.store;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Candidate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What Optiply already had when the state was empty: read once, then adopted record by record. */
public final class Candidates {
    /** In no order: asked for one, SQLite reads every candidate of the kind by the primary key instead. */
    static final String BY_COLUMN =
            "select * from candidate where customer = :customer and kind = :kind and <column> in (<keys>)";

    private final Handle handle;

    Candidates(Handle handle) {
        this.handle = handle;
    }

    /** Whether Optiply's records of this kind have been read to their end. */
    public boolean isAdopted(CustomerName customer, Kind kind) {
        return isNoted(customer, kind, "completed_at is not null");
    }

    /** Whether the state was put back since, so that its links are to be held against a new listing. */
    public boolean isDistrusted(CustomerName customer, Kind kind) {
        return isNoted(customer, kind, "completed_at is null");
    }

    /** Has every kind listed once more, for all customers. */
    void distrust() {
        handle.execute("update adoption set completed_at = null");
    }

    private boolean isNoted(CustomerName customer, Kind kind, String condition) {
        return handle.createQuery("select 1 from adoption where customer = :customer and kind = :kind and " + condition)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Notes that Optiply's records of this kind have been read to their end. */
    public void completed(CustomerName customer, Kind kind, Instant at) {
        handle.createUpdate(
                        """
                        insert into adoption (customer, kind, completed_at) values (:customer, :kind, :at)
                        on conflict (customer, kind) do update set completed_at = excluded.completed_at
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("at", at)
                .execute();
    }

    public void save(List<Candidate> candidates) {
        Batches.write(
                handle,
                """
                insert into candidate (customer, kind, optiply_id, optiply_uuid, remote_id, natural_key, parent,
                    attributes, author)
                values (:customer, :kind, :optiplyId, :optiplyUuid, :remoteId, :naturalKey, :parent, :attributes,
                    :author)
                on conflict (customer, kind, optiply_id) do update set
                    optiply_uuid = excluded.optiply_uuid, remote_id = excluded.remote_id,
                    natural_key = excluded.natural_key, parent = excluded.parent, attributes = excluded.attributes,
                    author = excluded.author
                """,
                candidates);
    }

    /** Candidates that bear these remote ids; there may be several for one, by Optiply id. */
    public Map<RemoteId, List<Candidate>> byRemoteIds(
            CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        return find(customer, kind, "remote_id", remoteIds).collect(groupingBy(Candidate::remoteId));
    }

    /** Those of these records that are candidates. */
    public Map<OptiplyId, Candidate> byOptiplyIds(CustomerName customer, Kind kind, Collection<OptiplyId> ids) {
        return find(customer, kind, "optiply_id", ids).collect(toMap(Candidate::optiplyId, candidate -> candidate));
    }

    /** Whether Optiply's records of this kind were read to their end at that moment or later, to the millisecond. */
    public boolean isListedSince(CustomerName customer, Kind kind, Instant moment) {
        return handle.createQuery("select completed_at from adoption where customer = :customer and kind = :kind")
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(Instant.class)
                .findOne()
                .filter(at -> !at.isBefore(moment.truncatedTo(ChronoUnit.MILLIS)))
                .isPresent();
    }

    /** Candidates of these natural keys; there may be several for one, by Optiply id. */
    public Map<String, List<Candidate>> byNaturalKeys(
            CustomerName customer, Kind kind, Collection<String> naturalKeys) {
        return find(customer, kind, "natural_key", naturalKeys).collect(groupingBy(Candidate::naturalKey));
    }

    /** The lines among the candidates that belong to these orders in Optiply. */
    public Map<OptiplyId, List<Candidate>> ofParents(CustomerName customer, Kind kind, Collection<OptiplyId> parents) {
        return find(customer, kind, "parent", parents)
                .collect(groupingBy(line -> Objects.requireNonNull(line.parent())));
    }

    /** By Optiply id. */
    private Stream<Candidate> find(CustomerName customer, Kind kind, String column, Collection<?> values) {
        return Keys.query(values, keys -> handle.createQuery(BY_COLUMN)
                        .define("column", column)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .mapTo(Candidate.class)
                        .list())
                .sorted(comparing(Candidate::optiplyId));
    }

    public void remove(CustomerName customer, Kind kind, Collection<OptiplyId> optiplyIds) {
        Keys.update(optiplyIds, keys -> handle.createUpdate(
                        "delete from candidate where customer = :customer and kind = :kind and optiply_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
    }

    /** Removes the candidates that a source record is linked to. */
    public void removeLinked(CustomerName customer, Kind kind) {
        handle.createUpdate(
                        """
                        delete from candidate where customer = :customer and kind = :kind and optiply_id in (
                            select optiply_id from link
                            where customer = :customer and kind = :kind and optiply_id is not null)
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .execute();
    }

    /** The highest number that Optiply gave one of them. */
    public Optional<OptiplyId> highest(CustomerName customer, Kind kind) {
        return handle.createQuery("select max(optiply_id) from candidate where customer = :customer and kind = :kind")
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(OptiplyId.class)
                .findOne();
    }

    public long count(CustomerName customer, Kind kind) {
        return handle.createQuery("select count(*) from candidate where customer = :customer and kind = :kind")
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }

    /** Removes all candidates of this kind, for a reading that begins again; whether it was completed stays. */
    public void clear(CustomerName customer, Kind kind) {
        handle.createUpdate("delete from candidate where customer = :customer and kind = :kind")
                .bind("customer", customer)
                .bind("kind", kind)
                .execute();
    }

    /** Forgets what was found for the customer, of every kind: all is listed once more. */
    public void forget(CustomerName customer) {
        for (String table : List.of("candidate", "adoption")) {
            handle.createUpdate("delete from <table> where customer = :customer")
                    .define("table", table)
                    .bind("customer", customer)
                    .execute();
        }
    }
}
