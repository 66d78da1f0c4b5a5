package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.database.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which process may speak to an account. Time is the database's own, because the clocks of machines differ. A lease
 * that ran out is anybody's; a holder that could not renew in time must stop before it speaks again.
 */
public final class Leases {
    private final Handle handle;
    private final Dialect dialect;

    Leases(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** Takes the lease when it is free, ran out, or is the holder's already; whether the holder has it now. */
    public boolean acquire(CustomerName customer, String holder, Duration ttl) {
        return handle.createUpdate(
                                """
                                insert into lease (customer, holder, expires_at) values (:customer, :holder, <end>)
                                on conflict (customer) do update set
                                    holder = excluded.holder, expires_at = excluded.expires_at
                                where lease.holder = excluded.holder or lease.expires_at <= <now>
                                """)
                        .define("now", dialect.now())
                        .define("end", dialect.in(ttl))
                        .bind("customer", customer)
                        .bind("holder", holder)
                        .execute()
                == 1;
    }

    /** Who had the lease last, whether or not it ran out; empty where it was given back. */
    public Optional<String> lastHolder(CustomerName customer) {
        return handle.createQuery("select holder from lease where customer = :customer")
                .bind("customer", customer)
                .mapTo(String.class)
                .findOne();
    }

    /** Prolongs a lease that has not run out; whether the holder still has it. */
    public boolean renew(CustomerName customer, String holder, Duration ttl) {
        return handle.createUpdate(
                                """
                                update lease set expires_at = <end>
                                where customer = :customer and holder = :holder and expires_at > <now>
                                """)
                        .define("now", dialect.now())
                        .define("end", dialect.in(ttl))
                        .bind("customer", customer)
                        .bind("holder", holder)
                        .execute()
                == 1;
    }

    /** Gives the lease back at once; another holder's is left alone. */
    public void release(CustomerName customer, String holder) {
        handle.createUpdate("delete from lease where customer = :customer and holder = :holder")
                .bind("customer", customer)
                .bind("holder", holder)
                .execute();
    }

    /** Who has the lease now; empty when nobody does or it ran out. */
    public Optional<String> holder(CustomerName customer) {
        return handle.createQuery("select holder from lease where customer = :customer and expires_at > <now>")
                .define("now", dialect.now())
                .bind("customer", customer)
                .mapTo(String.class)
                .findOne();
    }

    /** Who has any lease now. */
    public List<String> holders() {
        return handle.createQuery("select distinct holder from lease where expires_at > <now>")
                .define("now", dialect.now())
                .mapTo(String.class)
                .list();
    }
}
