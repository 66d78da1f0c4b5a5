package com.optiply.picqer.picqer;

import java.util.Optional;

/** The life of a purchase order, by the names Picqer's API gives its states (contract: Picqer 6.3 and 6.5). */
public enum PurchaseOrderStatus {
    /** A draft: nothing is ordered yet. */
    CONCEPT("concept"),
    /** Ordered, and perhaps received in part. */
    PURCHASED("purchased"),
    /** Received in full, or closed. */
    RECEIVED("received"),
    CANCELLED("cancelled");

    private final String code;

    PurchaseOrderStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<PurchaseOrderStatus> of(String code) {
        for (PurchaseOrderStatus status : values()) {
            if (status.code.equals(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** Whether nothing more is expected of the order. */
    public boolean isOver() {
        return this == RECEIVED || this == CANCELLED;
    }
}
