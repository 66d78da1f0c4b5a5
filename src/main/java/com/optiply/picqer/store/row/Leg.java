package com.optiply.picqer.store.row;

/** Which of Picqer's two lists a record stood in. */
public enum Leg {
    ACTIVE,
    INACTIVE
}
