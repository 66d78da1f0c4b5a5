package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every run of every flow: what it did, and whether it came to its end. */
public final class Runs {
    private final Handle handle;

    Runs(Handle handle) {
        this.handle = handle;
    }

    /** Gives the next number to a run that begins now. */
    public RunId begin(CustomerName customer, String flow, String holder, Instant at) {
        RunId id = new RunId(Counter.next(handle, "run"));
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
     * Ends the runs that a process left running when it went. Only the holder of the account's lease may say so, and
     * only while it runs none of that flow itself.
     *
     * @return how many there were
     */
    public int interruptOpen(CustomerName customer, String flow, Instant at) {
        return handle.createUpdate(
                        """
                        update run set outcome = 'interrupted', finished_at = :at,
                            problem = 'The process that ran it was gone before it ended.'
                        where customer = :customer and flow = :flow and outcome = 'running'
                        """)
                .bind("customer", customer)
                .bind("flow", flow)
                .bind("at", at)
                .execute();
    }

    public Optional<Run> find(RunId id) {
        return handle.createQuery("select * from run where id = :id")
                .bind("id", id)
                .mapTo(Run.class)
                .findOne();
    }

    /** The last run of the flow, however it ended or whether it still runs. */
    public Optional<Run> last(CustomerName customer, String flow) {
        return handle.createQuery(
                        "select * from run where customer = :customer and flow = :flow order by id desc limit 1")
                .bind("customer", customer)
                .bind("flow", flow)
                .mapTo(Run.class)
                .findOne();
    }

    /** The last runs of all flows, the newest first. */
    public List<Run> recent(CustomerName customer, int limit) {
        return handle.createQuery("select * from run where customer = :customer order by id desc limit :limit")
                .bind("customer", customer)
                .bind("limit", limit)
                .mapTo(Run.class)
                .list();
    }
}
