package com.optiply.picqer.store.database;

import org.jspecify.annotations.Nullable;

/** The state cannot be read or written: one sentence on what is wrong, and one on what a person can do about it. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
