package com.optiply.picqer.store.row;

/** What became of a row of a dropped file. */
public enum RowOutcome {
    OPEN,
    /** About to be sent, and not known to have been. */
    UNDER_WAY,
    /** The supplier is the product's preferred one now. */
    PREFERRED,
    /** The supplier is the product's preferred one now, and its supplier in Picqer. */
    PREFERRED_IN_BOTH,
    /** The supplier is the preferred one in Optiply now; Picqer names another, and could not be told. */
    PREFERRED_IN_OPTIPLY_ONLY,
    /** The product has no preferred supplier any more. */
    TAKEN_AWAY,
    UNCHANGED,
    /** It differs, and the setting {@code writes} keeps it from being written. */
    WITHHELD,
    REJECTED
}
