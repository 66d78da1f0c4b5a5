package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Answers in the two styles of the two hosts. */
final class Responses {
    static final String JSON_API = "application/vnd.api+json";

    private Responses() {}

    static SimulatedResponse document(int status, byte[] json) {
        return new SimulatedResponse(status, Map.of("Content-Type", JSON_API), json);
    }

    static SimulatedResponse noContent() {
        return new SimulatedResponse(204, Map.of(), new byte[0]);
    }

    static SimulatedResponse error(ApiException error) {
        return document(error.status(), Json.write(out -> writeErrors(out, error)));
    }

    static SimulatedResponse tooManyRequests(RateLimit limit) {
        SimulatedResponse plain = error(ApiException.of(429, "TOO_MANY_REQUESTS", "Too many requests"));
        return limit.retryAfterSeconds().isEmpty()
                ? plain
                : new SimulatedResponse(
                        plain.status(),
                        Map.of(
                                "Content-Type",
                                JSON_API,
                                "Retry-After",
                                Integer.toString(limit.retryAfterSeconds().getAsInt())),
                        plain.body());
    }

    /** @param fields writes what stands between the braces */
    static SimulatedResponse oauth(int status, Json.Content fields) {
        byte[] json = Json.write(out -> {
            out.writeStartObject();
            fields.writeTo(out);
            out.writeEndObject();
        });
        return new SimulatedResponse(status, Map.of("Content-Type", "application/json;charset=UTF-8"), json);
    }

    static SimulatedResponse error(OAuthException error) {
        return oauth(error.status(), out -> {
            out.writeStringField("error", error.error());
            out.writeStringField("error_description", error.description());
        });
    }

    /** A content type without its parameters. */
    static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void writeErrors(JsonGenerator out, ApiException error) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("errors");
        for (String detail : error.details()) {
            writeError(out, error, detail);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeError(JsonGenerator out, ApiException error, String detail) throws IOException {
        out.writeStartObject();
        out.writeStringField("status", Integer.toString(error.status()));
        if (error.code().isPresent()) {
            out.writeStringField("code", error.code().get());
        }
        out.writeStringField("title", error.title());
        out.writeStringField("detail", detail);
        if (error.parameter().isPresent()) {
            out.writeObjectFieldStart("source");
            out.writeStringField("parameter", error.parameter().get());
            out.writeEndObject();
        }
        out.writeObjectFieldStart("meta");
        out.writeStringField("message", detail);
        out.writeEndObject();
        out.writeEndObject();
    }
}
