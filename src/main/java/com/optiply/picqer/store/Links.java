package com.optiply.picqer.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.database.SqlErrors;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Every source record ever seen, by customer, kind and remote id. */
public final class Links {
    /** The kind as an expression: by the bare column, SQLite reads every record of the kind instead of the labels. */
    static final String BY_LABELS = "select " + LinkMapper.COLUMNS
            + " from link where customer = :customer and label in (<keys>) and kind || '' = :kind";

    private final Handle handle;

    Links(Handle handle) {
        this.handle = handle;
    }

    /** Those of the given records that were ever seen. */
    public Map<RemoteId, Link> find(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        LinkMapper ofKind = LinkMapper.of(customer, kind);
        return Keys.query(remoteIds, keys -> handle.createQuery("select " + LinkMapper.COLUMNS
                                + " from link where customer = :customer and kind = :kind and remote_id in (<keys>)")
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .map(ofKind)
                        .list())
                .collect(toMap(Link::remoteId, Function.identity()));
    }

    /** The records that these Optiply records are linked to. */
    public Map<OptiplyId, Link> byOptiplyIds(CustomerName customer, Kind kind, Collection<OptiplyId> optiplyIds) {
        LinkMapper ofKind = LinkMapper.of(customer, kind);
        return Keys.query(optiplyIds, keys -> handle.createQuery("select " + LinkMapper.COLUMNS
                                + " from link where customer = :customer and kind = :kind and optiply_id in (<keys>)")
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .map(ofKind)
                        .list())
                .collect(toMap(link -> Objects.requireNonNull(link.optiplyId()), Function.identity()));
    }

    /** The records of one kind that bear these labels: there may be several for one. */
    public List<Link> byLabels(CustomerName customer, Kind kind, Collection<String> labels) {
        LinkMapper ofKind = LinkMapper.of(customer, kind);
        return Keys.query(labels, keys -> handle.createQuery(BY_LABELS)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .map(ofKind)
                        .list())
                .toList();
    }

    /** Every record of one kind that is in Optiply: for kinds of which there are few. */
    public List<Link> inOptiply(CustomerName customer, Kind kind) {
        return handle.createQuery("select " + LinkMapper.COLUMNS
                        + " from link where customer = :customer and kind = :kind and optiply_id is not null")
                .bind("customer", customer)
                .bind("kind", kind)
                .map(LinkMapper.of(customer, kind))
                .list();
    }

    /** Every record of that label, of any kind: a label is a person's word and need not be unique. */
    public List<Link> find(CustomerName customer, String label) {
        return handle.createQuery("select " + LinkMapper.COLUMNS
                        + " from link where customer = :customer and label = :label order by kind, remote_id")
                .bind("customer", customer)
                .bind("label", label)
                .mapTo(Link.class)
                .list();
    }

    /**
     * Writes every column of every link, new or known: whatever sighting it shared, it has its own from here on.
     *
     * @throws DuplicateLinkException when an Optiply record would be linked twice
     */
    public void save(List<Link> links) {
        try {
            Batches.write(
                    handle,
                    """
                    insert into link_row (customer, kind, remote_id, parent, label, optiply_id, optiply_uuid,
                        attributes, standing, reason, adjustments, seen_run, seen_leg, sighting)
                    values (:customer, :kind, :remoteId, :parent, :label, :optiplyId, :optiplyUuid, :attributes,
                        :standing, :reason, :adjustments, :sighting.run, :sighting.leg, null)
                    on conflict (customer, kind, remote_id) do update set
                        parent = excluded.parent, label = excluded.label, optiply_id = excluded.optiply_id,
                        optiply_uuid = excluded.optiply_uuid, attributes = excluded.attributes,
                        standing = excluded.standing, reason = excluded.reason, adjustments = excluded.adjustments,
                        seen_run = excluded.seen_run, seen_leg = excluded.seen_leg, sighting = null
                    """,
                    links);
        } catch (UnableToExecuteStatementException e) {
            throw SqlErrors.isUniqueViolation(e) ? new DuplicateLinkException(e) : e;
        }
    }

    /** Every record that was ever read with one of these parents. */
    public List<Link> ofParents(CustomerName customer, Kind kind, Collection<RemoteId> parents) {
        LinkMapper ofKind = LinkMapper.of(customer, kind);
        return Keys.query(parents, keys -> handle.createQuery("select " + LinkMapper.COLUMNS
                                + " from link where customer = :customer and kind = :kind and parent in (<keys>)")
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .map(ofKind)
                        .list())
                .toList();
    }

    /** The highest number that Optiply gave one of them. */
    public Optional<OptiplyId> highest(CustomerName customer, Kind kind) {
        return handle.createQuery(
                        """
                        select max(optiply_id) from link
                        where customer = :customer and kind = :kind and optiply_id is not null
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(OptiplyId.class)
                .findOne();
    }

    /** The parents of these records. */
    public List<RemoteId> parentsOf(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        return Keys.query(remoteIds, keys -> handle.createQuery(
                                """
                                select distinct parent from link
                                where customer = :customer and kind = :kind and remote_id in (<keys>)
                                    and parent is not null
                                """)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .mapTo(RemoteId.class)
                        .list())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether any record of any kind is in Optiply. */
    public boolean isAnyInOptiply(CustomerName customer) {
        return handle.createQuery("select 1 from link where customer = :customer and optiply_id is not null limit 1")
                .bind("customer", customer)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** How many records are known to be in Optiply by their ids: not lines that nobody has learnt the id of. */
    public long count(CustomerName customer, Kind kind) {
        return handle.createQuery(
                        """
                        select count(*) from link
                        where customer = :customer and kind = :kind and optiply_id is not null
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Records that the run has not seen, and that are in Optiply or wait to go there, by remote id.
     *
     * @param after the last remote id of the page before; null: from the beginning
     */
    public List<Link> unseenSince(CustomerName customer, Kind kind, RunId run, @Nullable RemoteId after, int limit) {
        return handle.createQuery(
                        "select " + LinkMapper.COLUMNS
                                + """
                         from link
                        where customer = :customer and kind = :kind and remote_id > :after
                            and (optiply_id is not null or standing = 'park')
                            and seen_run < :run and standing <> 'gone'
                        order by remote_id limit :limit
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("after", Keys.after(after))
                .bind("run", run)
                .bind("limit", limit)
                .mapTo(Link.class)
                .list();
    }

    /**
     * Records in Optiply that the run has not seen, and that have no such attribute there, as far as is known.
     *
     * @param withWithheld those too that were told nothing while nothing was to be written
     */
    public List<RemoteId> unseenWithout(
            CustomerName customer, Kind kind, RunId run, String attribute, boolean withWithheld) {
        return handle.createQuery(
                        """
                        select remote_id from link
                        where customer = :customer and kind = :kind and optiply_id is not null
                            and (standing = 'send' or :withWithheld and standing = 'filter' and reason = 'writes_off')
                            and seen_run < :run
                            and (attributes not like :attribute or attributes like :unknown)
                        order by remote_id
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("run", run)
                .bind("withWithheld", withWithheld)
                .bind("attribute", "%\"" + attribute + "\"%")
                .bind("unknown", "%\"" + attribute + "\":null%")
                .mapTo(RemoteId.class)
                .list();
    }

    /** Records in Optiply that were sent with that one attribute as it is. */
    public List<Link> with(CustomerName customer, Kind kind, Attributes one) {
        String text = one.json();
        String pair = text.substring(1, text.length() - 1);
        return handle.createQuery(
                        "select " + LinkMapper.COLUMNS
                                + """
                         from link
                        where customer = :customer and kind = :kind and optiply_id is not null
                            and (attributes like :inside or attributes like :atTheEnd)
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("inside", "%" + pair + ",%")
                .bind("atTheEnd", "%" + pair + "}")
                .map(LinkMapper.of(customer, kind))
                .list();
    }

    /** Those of the given Optiply records that are linked already. */
    public Set<OptiplyId> linkedIds(CustomerName customer, Kind kind, Collection<OptiplyId> optiplyIds) {
        return Keys.query(optiplyIds, keys -> handle.createQuery(
                                """
                                select optiply_id from link
                                where customer = :customer and kind = :kind and optiply_id in (<keys>)
                                """)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .mapTo(OptiplyId.class)
                        .list())
                .collect(toSet());
    }

    /** Forgets records that are no source's. */
    public void remove(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        Keys.update(remoteIds, keys -> handle.createUpdate(
                        "delete from link_row where customer = :customer and kind = :kind and remote_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
    }
}
