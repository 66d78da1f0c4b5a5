package com.optiply.picqer.store;

/** What became of a row of a dropped file. */
public enum RowOutcome {
    OPEN,
    /** About to be sent, and not known to have been. */
    UNDER_WAY,
    /** The supplier is the product's preferred one now. */
    PREFERRED,
    /** The same, and it is the product's supplier in Picqer now. */
    PREFERRED_IN_BOTH,
    /** The same in Optiply, and Picqer names another, which it could not be told. */
    PREFERRED_IN_OPTIPLY_ONLY,
    /** The product has no preferred supplier any more. */
    TAKEN_AWAY,
    UNCHANGED,
    /** It differs, and the setting {@code writes} keeps it from being written. */
    WITHHELD,
    REJECTED
}
