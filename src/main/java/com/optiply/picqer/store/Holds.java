package com.optiply.picqer.store;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.HoldCount;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What disables, deletes or empties: gathered while a run reads, then let through or held for a person. */
public final class Holds {
    private final Handle handle;

    Holds(Handle handle) {
        this.handle = handle;
    }

    /**
     * Proposes changes. What was proposed before with the same action keeps its first run and its state, so that a
     * person's approval outlives the runs in between; with another action it is a new question.
     */
    public void propose(List<Hold> holds) {
        Batches.write(
                handle,
                """
                insert into hold (customer, kind, remote_id, label, action, attributes, standing, reason,
                    first_run, last_run, state)
                values (:customer, :kind, :remoteId, :label, :action, :attributes, :standing, :reason,
                    :firstRun, :lastRun, :state)
                on conflict (customer, kind, remote_id) do update set
                    first_run = case when hold.action = excluded.action then hold.first_run else excluded.first_run end,
                    state = case when hold.action = excluded.action then hold.state else excluded.state end,
                    label = excluded.label, action = excluded.action, attributes = excluded.attributes,
                    standing = excluded.standing, reason = excluded.reason, last_run = excluded.last_run
                """,
                holds);
    }

    /** What is proposed, held or approved of these records. */
    public Map<RemoteId, Hold> find(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        return Keys.query(remoteIds, keys -> handle.createQuery(
                                """
                                select * from hold
                                where customer = :customer and kind = :kind and remote_id in (<keys>)
                                """)
                        .bind("customer", customer)
                        .bind("kind", kind)
                        .bindList("keys", keys)
                        .mapTo(Hold.class)
                        .list())
                .collect(toMap(Hold::remoteId, hold -> hold));
    }

    /** What the run proposed, by action and state. */
    public List<HoldCount> counts(CustomerName customer, Kind kind, RunId run) {
        return handle.createQuery(
                        """
                        select action, state, count(*) as records from hold
                        where customer = :customer and kind = :kind and last_run = :run
                        group by action, state order by action, state
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("run", run)
                .mapTo(HoldCount.class)
                .list();
    }

    /** The records that something in one of these states is about. */
    public List<RemoteId> ids(CustomerName customer, Kind kind, Set<HoldState> states) {
        return handle.createQuery(
                        """
                        select remote_id from hold
                        where customer = :customer and kind = :kind and state in (<states>) order by remote_id
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("states", List.copyOf(states))
                .mapTo(RemoteId.class)
                .list();
    }

    /** The records that a person is asked about by that name: it need not be their label. */
    public List<RemoteId> called(CustomerName customer, Kind kind, String name) {
        return handle.createQuery(
                        """
                        select remote_id from hold
                        where customer = :customer and kind = :kind and label = :name order by remote_id
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("name", name)
                .mapTo(RemoteId.class)
                .list();
    }

    /**
     * What the run proposed and now stands in one of these states, by remote id.
     *
     * @param after the last remote id of the page before; null: from the beginning
     */
    public List<Hold> page(
            CustomerName customer, Kind kind, RunId run, Set<HoldState> states, @Nullable RemoteId after, int limit) {
        if (states.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(
                        """
                        select * from hold
                        where customer = :customer and kind = :kind and remote_id > :after
                            and last_run = :run and state in (<states>)
                        order by remote_id limit :limit
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("after", Keys.after(after))
                .bind("run", run)
                .bindList("states", states)
                .bind("limit", limit)
                .mapTo(Hold.class)
                .list();
    }

    /** Lets go what was held of this action and is few enough by now; what a person passed over goes on waiting. */
    public void release(CustomerName customer, Kind kind, RunId run, HoldAction action) {
        move(customer, kind, run, action, HoldState.HELD, HoldState.PROPOSED);
    }

    /**
     * Holds for a person what the run proposed of this action.
     *
     * @return how many were proposed and are held now
     */
    public int settle(CustomerName customer, Kind kind, RunId run, HoldAction action) {
        return move(customer, kind, run, action, HoldState.PROPOSED, HoldState.HELD);
    }

    private int move(CustomerName customer, Kind kind, RunId run, HoldAction action, HoldState from, HoldState to) {
        return handle.createUpdate(
                        """
                        update hold set state = :to
                        where customer = :customer and kind = :kind and last_run = :run and action = :action
                            and state = :from
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("run", run)
                .bind("action", action)
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /** Withdraws what is proposed, held or approved about these records. */
    public void remove(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        Keys.update(remoteIds, keys -> handle.createUpdate(
                        "delete from hold where customer = :customer and kind = :kind and remote_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
    }

    /**
     * Withdraws what the run read and no longer proposed, approved or not: the reason for it is gone. What it did not
     * read stands as it was, and so does what it read without learning anything of the record.
     *
     * @param undecided why records are parked of which nothing was learnt
     * @return how many
     */
    public int withdrawStale(CustomerName customer, Kind kind, RunId run, Set<String> undecided) {
        return handle.createUpdate(
                        """
                        delete from hold where customer = :customer and kind = :kind and last_run < :run
                            and exists (
                                select 1 from link where link.customer = hold.customer and link.kind = hold.kind
                                    and link.remote_id = hold.remote_id and link.seen_run = :run
                                    and not (link.standing = 'park' and link.reason in (<undecided>)))
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("run", run)
                .bindList("undecided", List.copyOf(undecided))
                .execute();
    }

    /**
     * Takes over into this run what is to be deleted and what this run has not read, because no list shows it any more.
     *
     * @return how many
     */
    public int takeOverUnread(CustomerName customer, Kind kind, RunId run) {
        return handle.createUpdate(
                        """
                        update hold set last_run = :run
                        where customer = :customer and kind = :kind and last_run < :run
                            and action in ('delete', 'delete_in_use', 'delete_vanished')
                            and state in ('held', 'passed_over', 'approved')
                            and exists (
                                select 1 from link where link.customer = hold.customer and link.kind = hold.kind
                                    and link.remote_id = hold.remote_id and link.optiply_id is not null
                                    and link.seen_run <> :run)
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("run", run)
                .execute();
    }

    /**
     * Drops what a run proposed that died before it could count, and says how many. What earlier ones held, and that
     * run let go for being few by then, is held once more: no list need show it again.
     */
    public int dropProposed(CustomerName customer, Kind kind) {
        handle.createUpdate(
                        """
                        update hold set state = 'held'
                        where customer = :customer and kind = :kind and state = 'proposed' and first_run < last_run
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .execute();
        return handle.createUpdate(
                        "delete from hold where customer = :customer and kind = :kind and state = 'proposed'")
                .bind("customer", customer)
                .bind("kind", kind)
                .execute();
    }
}
