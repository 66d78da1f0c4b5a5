package com.optiply.picqer.store;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Approval;
import com.optiply.picqer.store.row.HeldRecord;
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

    /**
     * Lets through what is held and what runs of that run's flow proposed: a change is held since its first run, and
     * any run of the flow since then may have told a person of it. Of other flows that run told nobody anything, though
     * their runs lie about it in number: whoever approves of deletions neither hides products nor orders goods by that.
     *
     * @param labels of the records that are meant; none: all of them. The others of the same run and action are passed
     *     over: they are not let through for being few.
     */
    public Approval approve(CustomerName customer, RunId run, Set<String> labels) {
        Approval approval = Approval.of(handle.createQuery(
                        """
                        update hold set state = 'approved'
                        where customer = :customer and first_run <= :run and last_run >= :run
                            and state in ('held', 'passed_over') and (:all or label in (<labels>))
                            and (select flow from run where id = :run) in (
                                select flow from run where id in (hold.first_run, hold.last_run))
                        returning action, label
                        """)
                .bind("customer", customer)
                .bind("run", run)
                .bind("all", labels.isEmpty())
                .bindList("labels", labels.isEmpty() ? List.of("") : List.copyOf(labels))
                .mapTo(Approval.Approved.class)
                .list());
        passOver(customer, run, approval.records().keySet());
        return approval;
    }

    /** Orders that are to be placed wait for a person in any case. */
    private void passOver(CustomerName customer, RunId run, Set<HoldAction> actions) {
        if (actions.isEmpty()) {
            return;
        }
        handle.createUpdate(
                        """
                        update hold set state = 'passed_over'
                        where customer = :customer and first_run <= :run and last_run >= :run
                            and state = 'held' and action in (<actions>) and action <> 'export'
                            and (select flow from run where id = :run) in (
                                select flow from run where id in (hold.first_run, hold.last_run))
                        """)
                .bind("customer", customer)
                .bind("run", run)
                .bindList("actions", List.copyOf(actions))
                .execute();
    }

    /** Approves whatever that run held. */
    public Map<HoldAction, Long> approve(CustomerName customer, RunId run) {
        return approve(customer, run, Set.of()).records();
    }

    /** Asks a person again about all that was approved: whether it was carried out is not known any more. */
    void askAllAgain() {
        handle.execute("update hold set state = 'held' where state = 'approved'");
    }

    /** What waits for a person, by the run that last said so, with what was found about each record. */
    public List<HeldRecord> told(CustomerName customer) {
        return handle.createQuery(
                        """
                        select hold.action, hold.kind, hold.label, hold.last_run, hold.reason, quarantine.detail
                        from hold left join quarantine on quarantine.customer = hold.customer
                            and quarantine.kind = hold.kind and quarantine.remote_id = hold.remote_id
                        where hold.customer = :customer and hold.state in ('held', 'passed_over')
                        order by hold.last_run, hold.kind, hold.remote_id
                        """)
                .bind("customer", customer)
                .mapTo(HeldRecord.class)
                .list();
    }

    /** Asks once more for what a person let through: it did not go, and who said so cannot know what came since. */
    public void askAgain(CustomerName customer, HoldAction action) {
        handle.createUpdate(
                        """
                        update hold set state = 'held'
                        where customer = :customer and action = :action and state = 'approved'
                        """)
                .bind("customer", customer)
                .bind("action", action)
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

    /** Drops what a run proposed that died before it could count, and says how many. */
    public int dropProposed(CustomerName customer, Kind kind) {
        return handle.createUpdate(
                        "delete from hold where customer = :customer and kind = :kind and state = 'proposed'")
                .bind("customer", customer)
                .bind("kind", kind)
                .execute();
    }
}
