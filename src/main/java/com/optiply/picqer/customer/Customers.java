package com.optiply.picqer.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The customers of this process, by name. Immutable; every one of them has passed all checks. */
public final class Customers {
    private final Map<String, CustomerSettings> byName = new TreeMap<>();

    public Customers(Collection<CustomerSettings> customers) {
        customers.forEach(customer -> byName.put(customer.name().value(), customer));
    }

    /** The customer of that name, as routes and commands name it; {@link UnknownCustomerException} if there is none. */
    public CustomerSettings named(String name) {
        CustomerSettings customer = byName.get(name);
        if (customer == null) {
            throw new UnknownCustomerException(name, byName.keySet());
        }
        return customer;
    }

    public List<CustomerSettings> all() {
        return List.copyOf(byName.values());
    }
}
