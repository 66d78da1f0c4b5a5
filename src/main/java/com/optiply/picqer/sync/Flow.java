package com.optiply.picqer.sync;

import com.optiply.picqer.optiply.Kind;
import java.util.Arrays;
import java.util.Optional;

/** The flows there are, by the names that routes, commands and the state give them, in the order in which they run. */
public enum Flow {
    PRODUCTS("products", Kind.PRODUCTS);

    private final String code;
    private final Kind kind;

    Flow(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** Also the id of its route: {@code direct:products}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public static Optional<Flow> of(String code) {
        return Arrays.stream(values()).filter(flow -> flow.code.equals(code)).findFirst();
    }
}
