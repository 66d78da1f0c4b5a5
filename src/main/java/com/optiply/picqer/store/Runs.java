package com.optiply.picqer.store;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.database.Dialect;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every run of every flow: what it did, and whether it came to its end. */
public final class Runs {
    /** Rises with every run that begins or ends, so that an older copy of the state is told from the state. */
    static final String PROGRESS = "progress";

    private final Handle handle;
    private final Dialect dialect;

    Runs(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** Gives the next number to a run that begins now. */
    public RunId begin(CustomerName customer, String flow, String holder, Instant at) {
        RunId id = new RunId(Counter.next(handle, "run"));
        Counter.next(handle, PROGRESS);
        handle.createUpdate(
                        """
                        insert into run (id, customer, flow, holder, started_at, outcome)
                        values (:id, :customer, :flow, :holder, :at, :outcome)
                        """)
                .bind("id", id)
                .bind("customer", customer)
                .bind("flow", flow)
                .bind("holder", holder)
                .bind("at", at)
                .bind("outcome", Outcome.RUNNING)
                .execute();
        return id;
    }

    /**
     * Ends a run that is still running.
     *
     * @return whether it was: one that was called interrupted meanwhile must not be believed complete
     */
    public boolean finish(RunId id, Outcome outcome, String counts, @Nullable String problem, Instant at) {
        Counter.next(handle, PROGRESS);
        return handle.createUpdate(
                                """
                                update run set outcome = :outcome, counts = :counts, problem = :problem,
                                    finished_at = :at
                                where id = :id and outcome = 'running'
                                """)
                        .bind("id", id)
                        .bind("outcome", outcome)
                        .bind("counts", counts)
                        .bind("problem", problem)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /**
     * Ends the runs of one flow that are left running. Only the holder of the account's lease may say so, and only
     * while it runs none of that flow itself.
     *
     * @return how many there were
     */
    public int interruptOpen(CustomerName customer, String flow, Instant at) {
        return interrupt("flow = :value", customer, flow, at);
    }

    /** Ends the runs that any other process left running when this one took the account's lease. */
    public int interruptOthers(CustomerName customer, String holder, Instant at) {
        return interrupt("holder <> :value", customer, holder, at);
    }

    private int interrupt(String which, CustomerName customer, String value, Instant at) {
        return handle.createUpdate("update run set outcome = 'interrupted', finished_at = :at,"
                        + " problem = 'The process that ran it was gone before it ended.'"
                        + " where customer = :customer and outcome = 'running' and " + which)
                .bind("customer", customer)
                .bind("value", value)
                .bind("at", at)
                .execute();
    }

    /**
     * Whether the run is under way, and it stays so until this transaction ends: whoever would call it interrupted
     * waits for that.
     */
    public boolean isUnderWay(RunId id) {
        return handle.createQuery("select 1 from run where id = :id and outcome = 'running'" + dialect.heldAsItIs())
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    public Optional<RunRow> find(RunId id) {
        return handle.createQuery("select * from run where id = :id")
                .bind("id", id)
                .mapTo(RunRow.class)
                .findOne();
    }

    /** Whether the flow was ever seen through. */
    public boolean hasCompleted(CustomerName customer, String flow) {
        return handle.createQuery("select 1 from run where customer = :customer and flow = :flow"
                        + " and outcome = :complete limit 1")
                .bind("customer", customer)
                .bind("flow", flow)
                .bind("complete", Outcome.COMPLETE)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The last run of the flow, however it ended or whether it still runs. */
    public Optional<RunRow> last(CustomerName customer, String flow) {
        return handle.createQuery(
                        "select * from run where customer = :customer and flow = :flow order by id desc limit 1")
                .bind("customer", customer)
                .bind("flow", flow)
                .mapTo(RunRow.class)
                .findOne();
    }

    /**
     * Runs that ended before a moment, by id.
     *
     * @param after the last id of the page before; null: from the beginning
     */
    public List<RunId> endedBefore(Instant moment, @Nullable RunId after, int limit) {
        return handle.createQuery(
                        "select id from run where finished_at < :moment and id > :after order by id limit :limit")
                .bind("moment", moment)
                .bind("after", after == null ? 0 : after.value())
                .bind("limit", limit)
                .mapTo(RunId.class)
                .list();
    }

    /**
     * Runs that something still goes by, whatever their age: the last of each flow and the last complete one, and those
     * that links, parked and held records, marks of progress and open work name.
     */
    public Set<RunId> stillNamed() {
        return handle.createQuery(
                        """
                        select max(id) as id from run group by customer, flow
                        union select max(id) from run where outcome = 'complete' group by customer, flow
                        union select seen_run from link
                        union select last_run from quarantine
                        union select first_run from hold union select last_run from hold
                        union select run from watermark
                        union select asked_run from reread
                        union select run from intent
                        """)
                .mapTo(RunId.class)
                .collect(toUnmodifiableSet());
    }

    public void delete(Collection<RunId> ids) {
        Keys.update(ids, keys -> handle.createUpdate("delete from run where id in (<keys>)")
                .bindList("keys", keys)
                .execute());
    }
}
