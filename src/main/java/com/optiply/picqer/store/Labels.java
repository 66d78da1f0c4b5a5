package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What people call the records, for whoever remembers a part of it. */
public final class Labels {
    private final Handle handle;

    Labels(Handle handle) {
        this.handle = handle;
    }

    /** Labels of records of any kind that contain this text, in large letters or small, the shortest first. */
    public List<String> alike(CustomerName customer, String part, int limit) {
        return handle.createQuery(
                        """
                        select label from link
                        where customer = :customer and lower(label) like :pattern escape '!'
                        group by label order by length(label), label limit :limit
                        """)
                .bind("customer", customer)
                .bind("pattern", "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
