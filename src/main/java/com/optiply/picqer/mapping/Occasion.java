package com.optiply.picqer.mapping;

/** What has to become of a record for those that rest on it to be decided again. */
public enum Occasion {
    /** It is in Optiply. */
    LINKED,
    /** A line of it was added, was taken away, or has another amount. */
    LINES_CHANGED,
    /** No list of changed orders has it any more. */
    UNLISTED
}
