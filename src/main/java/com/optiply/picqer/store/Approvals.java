package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.row.Approval;
import com.optiply.picqer.store.row.HeldRecord;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What a person is asked about of what is held, and what that person said. */
public final class Approvals {
    private final Handle handle;

    Approvals(Handle handle) {
        this.handle = handle;
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

    /** An order that may have been placed already waits for a person in any case. */
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
}
