package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.row.Request;
import com.optiply.picqer.store.row.RequestId;
import com.optiply.picqer.store.row.RequestState;
import com.optiply.picqer.store.row.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What commands ask of the process that holds the account's lease. */
public final class Requests {
    private final Handle handle;

    Requests(Handle handle) {
        this.handle = handle;
    }

    public RequestId ask(CustomerName customer, List<String> flows, Instant at) {
        RequestId id = new RequestId(Counter.next(handle, "request"));
        handle.createUpdate(
                        """
                        insert into request (id, customer, flows, asked_at, state)
                        values (:id, :customer, :flows, :at, 'asked')
                        """)
                .bind("id", id)
                .bind("customer", customer)
                .bind("flows", String.join(" ", flows))
                .bind("at", at)
                .execute();
        return id;
    }

    /** Whether anything is asked of the process that works for this customer. */
    public boolean isAsked(CustomerName customer) {
        return oldestAsked(customer).isPresent();
    }

    /** Takes the oldest request that nobody has taken. Each is given out once, however many ask at the same time. */
    public Optional<Request> take(CustomerName customer) {
        Optional<RequestId> oldest = oldestAsked(customer);
        while (oldest.isPresent()) {
            Optional<Request> taken = take(oldest.get());
            if (taken.isPresent()) {
                return taken;
            }
            oldest = oldestAsked(customer); // Another process was quicker with that one.
        }
        return Optional.empty();
    }

    private Optional<RequestId> oldestAsked(CustomerName customer) {
        return handle.createQuery(
                        "select id from request where customer = :customer and state = 'asked' order by id limit 1")
                .bind("customer", customer)
                .mapTo(RequestId.class)
                .findOne();
    }

    private Optional<Request> take(RequestId id) {
        return handle.createQuery("update request set state = 'taken' where id = :id and state = 'asked' returning *")
                .bind("id", id)
                .map(Requests::request)
                .findOne();
    }

    /**
     * Asks once more for what a process has taken that works for this customer no more; what it ran is noted.
     *
     * @param since what was asked before that nobody waits for any more
     */
    public void askAgain(CustomerName customer, Instant since) {
        handle.createUpdate(
                        """
                        update request set state = 'asked'
                        where customer = :customer and state = 'taken' and asked_at >= :since
                        """)
                .bind("customer", customer)
                .bind("since", since)
                .execute();
    }

    /** Notes a run that was begun for a request. */
    public void began(RequestId id, RunId run) {
        handle.createUpdate("update request set runs = coalesce(runs || ' ', '') || :run where id = :id")
                .bind("id", id)
                .bind("run", run.toString())
                .execute();
    }

    public void done(RequestId id) {
        handle.createUpdate("update request set state = 'done' where id = :id")
                .bind("id", id)
                .execute();
    }

    /** What was asked of a process before this state was put back has been done, or nobody waits for it. */
    void clear() {
        handle.execute("delete from request");
    }

    /**
     * Forgets what was asked before a moment and has been taken since, done or not: its process is long gone.
     *
     * @return how many there were
     */
    public int deleteBefore(Instant moment) {
        return handle.createUpdate("delete from request where asked_at < :moment and state <> 'asked'")
                .bind("moment", moment)
                .execute();
    }

    public Optional<Request> find(RequestId id) {
        return handle.createQuery("select * from request where id = :id")
                .bind("id", id)
                .map(Requests::request)
                .findOne();
    }

    private static Request request(ResultSet row, StatementContext context) throws SQLException {
        return new Request(
                new RequestId(row.getLong("id")),
                new CustomerName(row.getString("customer")),
                words(row.getString("flows")),
                Moments.moment(row.getString("asked_at")),
                RequestState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                words(row.getString("runs")).stream()
                        .map(Long::valueOf)
                        .map(RunId::new)
                        .toList());
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
