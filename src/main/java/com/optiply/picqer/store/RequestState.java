package com.optiply.picqer.store;

/** How far a request has come. */
public enum RequestState {
    ASKED,
    TAKEN,
    DONE
}
