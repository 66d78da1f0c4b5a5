package com.optiply.picqer.door;

/** What an answer's status says about the request. */
final class Statuses {
    private Statuses() {}

    static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }

    static FailureClass classOf(DoorRequest request, int status) {
        return switch (status) {
            case 401, 403 -> FailureClass.AUTH;
            case 404, 410 -> FailureClass.MISSING;
            case 409 -> FailureClass.CONFLICT;
            case 429 -> FailureClass.RATE_LIMITED;
            case 408 -> trouble(request); // The server gave up waiting for us, and may take the same request next time.
            default -> status >= 500 ? trouble(request) : FailureClass.REJECTED;
        };
    }

    /** The same of a page for people: that a proxy finds nothing there does not say that the record is gone. */
    static FailureClass classOfPage(DoorRequest request, int status) {
        FailureClass failureClass = classOf(request, status);
        return failureClass == FailureClass.MISSING ? trouble(request) : failureClass;
    }

    /** A server in trouble may have done what it was asked before it said so. */
    private static FailureClass trouble(DoorRequest request) {
        return request.isRepeatable() ? FailureClass.SERVER : FailureClass.AMBIGUOUS;
    }
}
