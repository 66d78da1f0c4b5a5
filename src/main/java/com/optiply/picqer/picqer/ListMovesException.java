package com.optiply.picqer.picqer;

/** A list that could not be walked to its end because its pages do not join on to each other. */
public final class ListMovesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ListMovesException(String message) {
        super(message);
    }

    ListMovesException(int offset) {
        this("Picqer's list does not hold still at offset " + offset
                + ": its pages do not join on to each other. The next run tries again; if it happens every time, "
                + "set `picqer.paging: plain` in the customer's file.");
    }

    /** @param id of the last row of two pages, one after the other */
    public static ListMovesException atCursor(long id) {
        return new ListMovesException("Picqer's list does not get past the id " + id
                + ": `sinceid` and `beforeid` seem to do nothing. The next run tries again; if it happens every time,"
                + " ask Picqer.");
    }
}
