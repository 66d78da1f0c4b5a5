package com.optiply.picqer.store.row;

/** How far a buy order of Optiply's has come on its way to Picqer. */
public enum ExportState {
    /** About to be created: whether it arrived is not known. */
    PLANNED,
    /** About to be created, and looked for once since: it was not there. */
    SOUGHT,
    /** There as a concept, and linked; still to be marked as purchased, by a person where it may not be ours. */
    CREATED,
    /** There as it shall be; Optiply is still to be told its id. */
    ORDERED,
    /** Nothing is left to do. */
    DONE
}
