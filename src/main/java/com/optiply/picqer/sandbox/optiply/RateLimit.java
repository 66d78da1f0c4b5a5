package com.optiply.picqer.sandbox.optiply;

import java.util.OptionalInt;

/**
 * How many requests one token may make in any second before it is answered 429.
 *
 * @param retryAfterSeconds what the header {@code Retry-After} says; empty: the header is left out
 */
public record RateLimit(int requestsPerSecond, OptionalInt retryAfterSeconds) {
    public static final RateLimit NONE = new RateLimit(Integer.MAX_VALUE, OptionalInt.empty());

    public RateLimit {
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("A rate limit lets at least one request a second through.");
        }
    }

    boolean isNone() {
        return requestsPerSecond == Integer.MAX_VALUE;
    }
}
