package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Decision.Filter;
import java.util.Optional;

/** Which records of one kind belong in Optiply. Pure. */
public interface Rules<R extends Reading> {

    /** Why the record is kept out; empty when it belongs in Optiply. */
    Optional<FilterReason> reasonAgainst(R reading);

    /** The decision about a record that is kept out for that reason, be it one of these rules or not. */
    Filter filtered(R reading, FilterReason reason);

    /**
     * The decision about a record that a filter did not let through. Where none of these rules speaks against it, it
     * was a filter of the customer's own.
     */
    default Filter filtered(R reading) {
        return filtered(reading, reasonAgainst(reading).orElse(FilterReason.OWN_FILTER));
    }
}
