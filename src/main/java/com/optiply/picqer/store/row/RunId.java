package com.optiply.picqer.store.row;

/** The number of a run. Ids of one database rise in the order in which runs begin, over all customers and flows. */
public record RunId(long value) implements Comparable<RunId> {
    /** No run: before all that there ever were. A link with it was sent, and no run has looked at it since. */
    public static final RunId NONE = new RunId(0);

    @Override
    public int compareTo(RunId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
