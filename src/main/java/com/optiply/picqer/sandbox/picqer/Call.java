package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that found its endpoint, its key known and let in. */
record Call(SimulatedRequest request, ApiKey key, List<Long> ids) {
    long id() {
        return ids.get(0);
    }

    /** The second number of a path such as {@code /products/{id}/stock/{id}}. */
    long innerId() {
        return ids.get(1);
    }

    @Nullable
    String query(String name) {
        List<String> values = request.query().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Whether a flag is up: {@code ?inactive}, {@code ?inactive=true} and {@code ?inactive=1} all count. */
    boolean flag(String name) {
        String value = query(name);
        return value != null && !value.equals("false") && !value.equals("0");
    }

    /** Anything that is no number from 0 up counts as 0. */
    int offset() {
        String offset = query("offset");
        if (offset == null || !offset.matches("\\d{1,9}")) {
            return 0;
        }
        return Integer.parseInt(offset);
    }

    ObjectNode body() {
        return PicqerJson.body(request.body());
    }
}
