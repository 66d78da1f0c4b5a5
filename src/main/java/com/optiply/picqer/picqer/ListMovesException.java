package com.optiply.picqer.picqer;

/** A list that could not be walked to its end because its pages do not join on to each other. */
public final class ListMovesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ListMovesException(int offset) {
        super("Picqer's list does not hold still at offset " + offset
                + ": its pages do not join on to each other. The next run tries again; if it happens every time, "
                + "set `picqer.paging: plain` in the customer's file.");
    }
}
