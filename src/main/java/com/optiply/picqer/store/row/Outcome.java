package com.optiply.picqer.store.row;

/** How a run ended, if it did. */
public enum Outcome {
    RUNNING,
    COMPLETE,
    FAILED,
    /** Its process was gone before it could say how it ended. */
    INTERRUPTED
}
