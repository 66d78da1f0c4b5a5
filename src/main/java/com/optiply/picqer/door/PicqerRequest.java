package com.optiply.picqer.door;

import org.jspecify.annotations.Nullable;

/**
 * A request to Picqer.
 *
 * @param path below the base URL, beginning with a slash
 * @param body JSON
 */
public record PicqerRequest(Method method, String path, Query query, byte @Nullable [] body) implements DoorRequest {
    public PicqerRequest {
        DoorRequest.requireSound(path);
    }

    public static PicqerRequest get(String path, Query query) {
        return new PicqerRequest(Method.GET, path, query, null);
    }

    public static PicqerRequest post(String path, byte[] body) {
        return new PicqerRequest(Method.POST, path, Query.NONE, body);
    }

    public static PicqerRequest put(String path, byte[] body) {
        return new PicqerRequest(Method.PUT, path, Query.NONE, body);
    }

    public static PicqerRequest delete(String path) {
        return new PicqerRequest(Method.DELETE, path, Query.NONE, null);
    }
}
