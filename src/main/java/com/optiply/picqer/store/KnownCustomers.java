package com.optiply.picqer.store;

import com.optiply.picqer.store.row.OpenWork;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The customers that the state has ever known, whether or not a file still names them. */
public final class KnownCustomers {
    private final Handle handle;

    KnownCustomers(Handle handle) {
        this.handle = handle;
    }

    /** Of each of them what is open, by name; of many of them nothing is. */
    public List<OpenWork> openWork() {
        return handle.createQuery(
                        """
                        select customer,
                            (select count(*) from dropped_file where dropped_file.customer = known.customer
                                and state in ('claimed', 'staged', 'applied')) as lists,
                            (select count(*) from hold where hold.customer = known.customer
                                and state in ('held', 'passed_over', 'approved')) as held,
                            (select count(*) from request where request.customer = known.customer
                                and state in ('asked', 'taken')) as requests,
                            (select count(*) from export where export.customer = known.customer
                                and state <> 'done') as orders
                        from (select customer from run union select customer from request
                            union select customer from dropped_file) known
                        order by customer
                        """)
                .mapTo(OpenWork.class)
                .list();
    }
}
