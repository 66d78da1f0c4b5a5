package com.optiply.picqer.sync;

/** What is done to an Optiply record. */
public enum Action {
    CREATE("create"),
    PATCH("patch"),
    DELETE("delete");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
