package com.optiply.picqer.flow.run;

/** A run that was stopped before its end. Camel ends a stopped loop like one that is through. */
public final class RunStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RunStoppedException() {
        super("The run was stopped before its end: it does not count as complete, and the next one does what is left.");
    }
}
