package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Decision.Filter;
import java.util.Optional;

/** Which records of one kind belong in Optiply. Pure. */
public interface Rules<R extends Reading> {

    /** Why the record is kept out; empty when it belongs in Optiply. */
    Optional<FilterReason> reasonAgainst(R reading);

    /** The decision about a record that is kept out. */
    Filter filtered(R reading);
}
