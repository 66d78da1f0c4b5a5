package com.optiply.picqer.store.row;

/** How far a guarded change has come. */
public enum HoldState {
    /** Gathered while the run reads; whether it is too many is not known before the end. */
    PROPOSED,
    /** Too many: it waits for a person. */
    HELD,
    /** A person let others of its run and action through, and not this one: it waits, and is not counted again. */
    PASSED_OVER,
    /** A person let it through. */
    APPROVED;

    /** Whether only a person can let it through. */
    public boolean isWaiting() {
        return this == HELD || this == PASSED_OVER;
    }
}
