package com.optiply.picqer.optiply;

/** Optiply's {@code status} of products and supplier products: its way to switch a record off without deleting it. */
public enum Status {
    ENABLED("enabled"),
    DISABLED("disabled");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
