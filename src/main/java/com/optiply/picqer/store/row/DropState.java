package com.optiply.picqer.store.row;

/** How far a dropped file has come. */
public enum DropState {
    /** Taken out of the folder; its rows are not read yet, or only in part. */
    CLAIMED,
    /** Every row is in the state. */
    STAGED,
    /** Every row has its outcome, and the command that brought the file gives the answer. */
    APPLIED,
    /** Its owner has the answer. */
    ANSWERED,
    /** It was no list, or one that was applied before: nothing of it was. */
    REFUSED
}
