package com.optiply.picqer.sync;

import com.optiply.picqer.optiply.Kind;
import java.util.Arrays;
import java.util.Optional;

/** The flows there are, by the names that routes, commands and the state give them, in the order in which they run. */
public enum Flow {
    PRODUCTS("products", Kind.PRODUCTS, "Products and stock");

    private final String code;
    private final Kind kind;
    private final String title;

    Flow(String code, Kind kind, String title) {
        this.code = code;
        this.kind = kind;
        this.title = title;
    }

    /** Also the id of its route: {@code direct:products}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public static Optional<Flow> of(String code) {
        return Arrays.stream(values()).filter(flow -> flow.code.equals(code)).findFirst();
    }
}
