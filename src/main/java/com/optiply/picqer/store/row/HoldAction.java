package com.optiply.picqer.store.row;

/** What a guard may hold back, counted apart because the limits differ. */
public enum HoldAction {
    DISABLE("take out of sight"),
    DELETE("delete"),
    /** Other records still lean on it: never without a person, however few they are. */
    DELETE_IN_USE("delete although others lean on it"),
    /** Picqer has nothing under its number any more, and shows nothing of it: never without a person. */
    DELETE_VANISHED("delete on Picqer's word alone"),
    STOCK_ZERO("set to zero the stock of"),
    /** An order that may have been placed before by others: never without a person. */
    EXPORT("order");

    private final String words;

    HoldAction(String words) {
        this.words = words;
    }

    public boolean isDeletion() {
        return this == DELETE || this == DELETE_IN_USE || this == DELETE_VANISHED;
    }

    /** What it would do, in words that the records follow. */
    public String words() {
        return words;
    }
}
