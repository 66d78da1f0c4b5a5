package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What people call the records, for whoever remembers a part of it. */
public final class Labels {
    /** So many at a time, since a customer has hundreds of thousands. */
    private static final int FETCHED = 1000;

    private final Handle handle;

    Labels(Handle handle) {
        this.handle = handle;
    }

    /**
     * Labels of records of any kind that contain this text, in large letters or small, the shortest first. They are
     * compared here, each once and out of an index: SQLite knows large and small letters of English only.
     */
    public List<String> alike(CustomerName customer, String part, int limit) {
        String wanted = part.toLowerCase(Locale.ROOT);
        try (Stream<String> labels = handle
                .createQuery("select distinct label from link where customer = :customer")
                .bind("customer", customer)
                .setFetchSize(FETCHED)
                .mapTo(String.class)
                .stream()) {
            return labels.filter(label -> label.toLowerCase(Locale.ROOT).contains(wanted))
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .limit(limit)
                    .toList();
        }
    }
}
