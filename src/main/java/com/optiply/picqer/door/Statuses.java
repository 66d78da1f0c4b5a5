package com.optiply.picqer.door;

/** What an answer's status says about the request. */
final class Statuses {
    private static final int HUNDRED = 100;
    /** Statuses of three hundred and something send a browser on to another address. */
    private static final int REDIRECTED = 3;

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

    /** Whether somebody in front of the API said no, and not the API: what it would have said is not known. */
    static boolean isForbiddenBeforehand(Signals signals, byte[] body) {
        return signals.status() == 403 && ServerMessage.isPage(body) && !signals.tellsBudget();
    }

    /**
     * Whether a page for people says that nothing is there: what stands before the API finds nothing, and that does not
     * say that the record is gone. Picqer's own pages come with the budget that is left (contract: Picqer 13).
     */
    static boolean isOfAnotherServer(Signals signals, byte[] body) {
        boolean isMissing = signals.status() == 404 || signals.status() == 410;
        return isMissing && ServerMessage.isPage(body) && !signals.tellsBudget();
    }

    /**
     * Whether no API speaks so: a page for people that says yes, or that nothing is there, or a way to elsewhere. From
     * one that has never said anything else this is no trouble that passes, but another server.
     */
    static boolean isNoApi(Signals signals, byte[] body) {
        boolean isPage = isGood(signals.status()) && ServerMessage.isPage(body) && !signals.tellsBudget();
        return isPage || signals.status() / HUNDRED == REDIRECTED || isOfAnotherServer(signals, body);
    }

    /** Whether only an API speaks so, whatever it says. */
    static boolean isOfAnApi(Signals signals, byte[] body) {
        boolean isJson = body.length > 0 && (body[0] == '{' || body[0] == '[');
        return signals.status() / HUNDRED != REDIRECTED && (isJson || signals.tellsBudget());
    }

    /** A server in trouble may have done what it was asked before it said so. */
    static FailureClass trouble(DoorRequest request) {
        return request.isRepeatable() ? FailureClass.SERVER : FailureClass.AMBIGUOUS;
    }
}
