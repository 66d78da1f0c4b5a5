package com.optiply.picqer.store.row;

/** What is done to a record of Optiply. */
public enum Action {
    CREATE,
    PATCH,
    DELETE
}
