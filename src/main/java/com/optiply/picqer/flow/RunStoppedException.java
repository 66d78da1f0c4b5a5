package com.optiply.picqer.flow;

/** A run that was stopped before it had read all there is. Camel ends a stopped loop like one that is through. */
final class RunStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunStoppedException() {
        super("The run was stopped before it had read Picqer's lists to their end: it does not count, and the next one"
                + " begins anew.");
    }
}
