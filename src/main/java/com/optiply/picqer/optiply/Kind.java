package com.optiply.picqer.optiply;

/** The kinds of record that are kept in step, by the names of Optiply's resources. */
public enum Kind {
    PRODUCTS("products");

    private final String resource;

    Kind(String resource) {
        this.resource = resource;
    }

    /** The name of the resource in Optiply's paths and {@code data.type}; also how the kind is written in the state. */
    public String resource() {
        return resource;
    }
}
