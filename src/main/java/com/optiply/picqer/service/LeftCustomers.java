package com.optiply.picqer.service;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.OpenWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Customers that the state knows and no file names: nobody works for them, and what is open of theirs waits without a
 * word. A file may have been taken away on purpose, or only renamed.
 */
final class LeftCustomers {
    private LeftCustomers() {}

    /** A sentence about each of them. */
    static List<String> told(Store store, Customers customers) {
        Set<CustomerName> named =
                customers.all().stream().map(CustomerSettings::name).collect(toUnmodifiableSet());
        return store.read(tx -> tx.knownCustomers().openWork()).stream()
                .filter(work -> !named.contains(work.customer()))
                .map(LeftCustomers::sentence)
                .toList();
    }

    private static String sentence(OpenWork work) {
        List<String> open = new ArrayList<>();
        add(open, work.lists(), "dropped lists");
        add(open, work.held(), "held changes");
        add(open, work.requests(), "requests of commands");
        add(open, work.orders(), "orders on their way to Picqer");
        return "The state knows customer " + work.customer() + ", and no customer file names it any more: nobody works"
                + " for it. "
                + (open.isEmpty() ? "Nothing is open of it." : "Open of it: " + String.join(", ", open) + ".")
                + " Was its file renamed? Then give it back its name.";
    }

    private static void add(List<String> open, long count, String what) {
        if (count > 0) {
            open.add(count + " " + what);
        }
    }
}
