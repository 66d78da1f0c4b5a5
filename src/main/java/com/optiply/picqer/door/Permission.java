package com.optiply.picqer.door;

import com.optiply.picqer.customer.CustomerName;

/**
 * Who may write to a customer's accounts. A door asks anew before each attempt of a write, because a request can wait
 * for minutes between two of them, and another process may have taken over meanwhile. Thread-safe.
 */
@FunctionalInterface
public interface Permission {
    /** For what is no write to a customer's account. */
    Permission GRANTED = customer -> {};

    /** Throws an exception of its own where this process may not; the door hands it on, and sends nothing. */
    void require(CustomerName customer);
}
