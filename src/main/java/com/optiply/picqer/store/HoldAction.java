package com.optiply.picqer.store;

/** What a guard may hold back, counted apart because the limits differ. */
public enum HoldAction {
    DISABLE,
    DELETE,
    STOCK_ZERO
}
