package com.optiply.picqer.picqer;

import java.util.Optional;

/** Picqer's statuses of an order, by the names its API gives them (contract: Picqer 8.2). */
public enum OrderStatus {
    CONCEPT("concept"),
    EXPECTED("expected"),
    PROCESSING("processing"),
    PAUSED("paused"),
    COMPLETED("completed"),
    CANCELLED("cancelled");

    private final String code;

    OrderStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether it is to come to one of the other two: those it stays in, unless somebody takes that back. */
    public boolean isOpen() {
        return this != COMPLETED && this != CANCELLED;
    }

    public static Optional<OrderStatus> of(String code) {
        for (OrderStatus status : values()) {
            if (status.code.equals(code)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
