package com.optiply.picqer.bench;

/** The measurement is worth nothing: a sync failed, or left other products behind than it should have. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
