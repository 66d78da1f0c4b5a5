package com.optiply.picqer.sandbox.optiply;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** An access token of one user, with the times of its latest requests. */
final class Token {
    private static final long SECOND_MILLIS = 1000;

    private final String access;
    private final String refresh;
    private final String username;
    private final Deque<Instant> latest = new ArrayDeque<>();
    private Instant expiresAt;

    Token(String access, String refresh, String username, Instant expiresAt) {
        this.access = access;
        this.refresh = refresh;
        this.username = username;
        this.expiresAt = expiresAt;
    }

    String access() {
        return access;
    }

    String refresh() {
        return refresh;
    }

    String username() {
        return username;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    void expireAt(Instant moment) {
        expiresAt = moment;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Counts the request, unless the second before it was full already: what is refused costs nothing. */
    boolean admits(Instant now, RateLimit limit) {
        if (limit.isNone()) {
            return true;
        }
        Instant aSecondAgo = now.minusMillis(SECOND_MILLIS);
        while (!latest.isEmpty() && !latest.getFirst().isAfter(aSecondAgo)) {
            latest.removeFirst();
        }
        if (latest.size() >= limit.requestsPerSecond()) {
            return false;
        }
        latest.addLast(now);
        return true;
    }
}
