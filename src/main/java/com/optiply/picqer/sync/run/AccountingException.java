package com.optiply.picqer.sync.run;

import com.optiply.picqer.optiply.Kind;

/** A run whose figures do not add up: a record that was read has no outcome, or more than one. */
public final class AccountingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AccountingException(Kind kind, Tally.Counts counts) {
        super("The accounting of " + kind.resource() + " does not add up: " + counts.read() + " records were read, "
                + counts.outcomes() + " have an outcome. The run does not count; report it with these figures: "
                + counts + ".");
    }
}
