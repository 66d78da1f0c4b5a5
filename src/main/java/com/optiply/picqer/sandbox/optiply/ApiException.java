package com.optiply.picqer.sandbox.optiply;

import java.util.List;
import java.util.Optional;

/** A request that is refused, with what the answer says. It has no stack trace: it is an answer, not a fault. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<String> details;
    private final transient Optional<String> code;
    private final transient Optional<String> parameter;

    private ApiException(
            int status, String title, List<String> details, Optional<String> code, Optional<String> parameter) {
        super(String.join("; ", details), null, false, false);
        this.status = status;
        this.title = title;
        this.details = details;
        this.code = code;
        this.parameter = parameter;
    }

    static ApiException of(int status, String title, String detail) {
        return new ApiException(status, title, List.of(detail), Optional.empty(), Optional.empty());
    }

    static ApiException badRequest(String detail) {
        return of(400, "BAD_REQUEST", detail);
    }

    static ApiException badBody(String what, String method, ResourceType type) {
        return badRequest("Request body doesn't meet the requirements (" + what + "), " + method
                + " method, resource name " + type.name());
    }

    static ApiException badParameter(String detail) {
        return of(400, "Request parameters error", detail);
    }

    static ApiException unknownParameter(String parameter) {
        return new ApiException(
                400,
                "BAD_REQUEST",
                List.of("unknown parameter " + parameter),
                Optional.of("UNKNOWN_PARAMETER"),
                Optional.of(parameter));
    }

    static ApiException invalid(OptiplySwitches.Validation validation, List<String> violations) {
        return new ApiException(
                validation.status, validation.title, List.copyOf(violations), Optional.empty(), Optional.empty());
    }

    static ApiException notFound(Object what) {
        String text = "resource not found: " + what;
        return of(404, text, text);
    }

    static ApiException conflict(String detail) {
        return of(409, "CONFLICT", detail);
    }

    static ApiException methodNotAllowed(String method) {
        return new ApiException(
                405,
                "METHOD_NOT_ALLOWED",
                List.of("method not allowed: " + method),
                Optional.of("METHOD_NOT_ALLOWED"),
                Optional.empty());
    }

    static ApiException unreadable(String what) {
        return of(500, "Resource error", "Cannot read the value of " + what);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    List<String> details() {
        return details;
    }

    Optional<String> code() {
        return code;
    }

    /** The query parameter at fault. */
    Optional<String> parameter() {
        return parameter;
    }
}
