package com.optiply.picqer.store;

/** What a guard may hold back, counted apart because the limits differ. */
public enum HoldAction {
    DISABLE,
    DELETE,
    /** Other records still lean on it: never without a person, however few they are. */
    DELETE_IN_USE,
    STOCK_ZERO,
    /** An order that may have been placed before by others: never without a person. */
    EXPORT
}
