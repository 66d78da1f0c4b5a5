package com.optiply.picqer.store;

/** How far a guarded change has come. */
public enum HoldState {
    /** Gathered while the run reads; whether it is too many is not known before the end. */
    PROPOSED,
    /** Too many: it waits for a person. */
    HELD,
    /** A person let it through. */
    APPROVED
}
