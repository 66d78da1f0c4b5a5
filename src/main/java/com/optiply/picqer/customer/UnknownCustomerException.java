package com.optiply.picqer.customer;

import java.util.Collection;

/** A name that no customer file bears. */
public final class UnknownCustomerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownCustomerException(String name, Collection<String> known) {
        super("There is no customer `" + name + "`. "
                + (known.isEmpty()
                        ? "There are no customer files at all."
                        : NearestMatch.of(name, known)
                                        .map(near -> "Did you mean `" + near + "`? ")
                                        .orElse("")
                                + "Customers here: " + String.join(", ", known) + "."));
    }
}
