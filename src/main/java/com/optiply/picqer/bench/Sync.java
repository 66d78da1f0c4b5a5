package com.optiply.picqer.bench;

/** The two halves of a round. */
enum Sync {
    /** Of an account that has nothing yet. */
    FIRST,
    /** Of the same account right after it. */
    UNCHANGED
}
