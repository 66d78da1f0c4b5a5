package com.optiply.picqer.store.row;

/** How far a request has come. */
public enum RequestState {
    ASKED,
    TAKEN,
    DONE
}
