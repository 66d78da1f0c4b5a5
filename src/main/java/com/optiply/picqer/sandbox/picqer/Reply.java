package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What an endpoint says. */
record Reply(int status, byte[] body) {
    static Reply ok(JsonNode body) {
        return new Reply(200, PicqerJson.bytes(body));
    }

    static Reply ok(byte[] json) {
        return new Reply(200, json);
    }

    static Reply created(JsonNode body) {
        return new Reply(201, PicqerJson.bytes(body));
    }

    static Reply empty() {
        return new Reply(204, new byte[0]);
    }

    static Reply refused(Refusal refusal) {
        return error(refusal.status(), refusal.code(), refusal.getMessage());
    }

    /** A failure that has nothing to do with what was asked. */
    static Reply failure(int status) {
        return switch (status) {
            case 401 -> refused(Refusal.unauthorized());
            case 403 -> refused(Refusal.forbidden(403));
            case 404 -> refused(Refusal.notFound());
            case 429 -> refused(Refusal.rateLimited());
            default -> error(status, 1, "Unknown application error");
        };
    }

    private static Reply error(int status, int code, @Nullable String message) {
        return new Reply(
                status,
                PicqerJson.bytes(PicqerJson.object()
                        .put("error", true)
                        .put("error_code", code)
                        .put("error_message", message)));
    }
}
