package com.optiply.picqer.bench;

import java.util.Arrays;
import java.util.Optional;

/** What can be measured, by the names that the command takes. */
public enum BenchCase {
    /** An empty Optiply is filled. */
    FIRST_SYNC("first-sync", 20_000),
    /** Nothing has changed since. */
    UNCHANGED_SYNC("unchanged-sync", 20_000),
    /** A first sync with servers that are far away. */
    LATENCY("latency", 2_000),
    /** How many requests both syncs make. */
    REQUESTS("requests", 20_000),
    /** How much memory a large catalogue takes. */
    HEAP("heap", 200_000),
    /** A list gives every product another supplier, in both accounts. */
    SUPPLIER_IMPORT("supplier-import", 20_000);

    private final String code;
    private final int products;

    BenchCase(String code, int products) {
        this.code = code;
        this.products = products;
    }

    public String code() {
        return code;
    }

    /** How many products it takes unless somebody says otherwise. */
    int products() {
        return products;
    }

    public static Optional<BenchCase> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
