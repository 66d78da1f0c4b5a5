package com.optiply.picqer.service;

import com.optiply.picqer.store.Store;

/** The state of an installation, for commands that need nothing else. */
public final class State {
    private State() {}

    public static Store open(Installation installation) {
        return Store.open(StateLocation.of(installation));
    }
}
