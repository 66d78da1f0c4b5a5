package com.optiply.picqer.flow;

/** A run that was stopped before its end. Camel ends a stopped loop like one that is through. */
final class RunStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunStoppedException() {
        super("The run was stopped before its end: it does not count as complete, and the next one does what is left.");
    }
}
