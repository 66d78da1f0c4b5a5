package com.optiply.picqer.store.row;

/** What the rules last decided about a source record. */
public enum Standing {
    SEND,
    FILTER,
    PARK,
    /** Two complete walks did not see it any more. */
    GONE
}
