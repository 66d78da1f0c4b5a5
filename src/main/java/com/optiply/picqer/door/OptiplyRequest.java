package com.optiply.picqer.door;

import org.jspecify.annotations.Nullable;

/**
 * A request to Optiply.
 *
 * <p>The door adds {@code accountId} and {@code couplingId} to every write; a read restricts itself with
 * {@code filter[accountId]}.
 *
 * @param path below the base URL, beginning with a slash
 * @param body JSON
 */
public record OptiplyRequest(Method method, String path, Query query, byte @Nullable [] body) implements DoorRequest {
    public OptiplyRequest {
        DoorRequest.requireSound(path);
    }

    public static OptiplyRequest get(String path, Query query) {
        return new OptiplyRequest(Method.GET, path, query, null);
    }

    public static OptiplyRequest post(String path, byte[] body) {
        return new OptiplyRequest(Method.POST, path, Query.NONE, body);
    }

    public static OptiplyRequest patch(String path, byte[] body) {
        return new OptiplyRequest(Method.PATCH, path, Query.NONE, body);
    }

    public static OptiplyRequest delete(String path) {
        return new OptiplyRequest(Method.DELETE, path, Query.NONE, null);
    }
}
