package com.optiply.picqer.oracle;

import java.util.Locale;

/** Why a record of Picqer is not in Optiply, in mapping.md's words. */
public enum Reason {
    INACTIVE,
    UNLIMITED_STOCK,
    ASSEMBLED,
    NO_SUPPLIER,
    PART_NOT_IN_OPTIPLY,
    CONCEPT,
    CANCELLED,
    /** A status that `sell-orders.statuses` does not list. */
    STATUS_NOT_COUNTED,
    OTHER_WAREHOUSE,
    NO_LINES,
    BEFORE_HISTORY,
    UNKNOWN_PRODUCT,
    PART_OF_COMPOSITION,
    COMPOSITION_PARENT,
    /** A rule kept the product out when its order was sent; only a backfill brings the line. */
    LEFT_OUT_THEN,
    ZERO_AMOUNT,
    REVERTED,
    NO_PURCHASE_ORDER,
    WAITS_FOR_PRODUCT(true),
    WAITS_FOR_SUPPLIER(true),
    WAITS_FOR_ORDER(true),
    UNREADABLE(true),
    STOCK_MISSING(true),
    /** Optiply's contract does not take such a value. */
    REJECTED(true),
    DELETED_IN_OPTIPLY(true);

    private final boolean parks;

    Reason() {
        this(false);
    }

    Reason(boolean parks) {
        this.parks = parks;
    }

    /** Whether the record should go and cannot yet; otherwise a rule keeps it out. */
    public boolean parks() {
        return parks;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
