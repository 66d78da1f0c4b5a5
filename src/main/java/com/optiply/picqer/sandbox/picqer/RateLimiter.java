package com.optiply.picqer.sandbox.picqer;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Counts requests per key in fixed minutes. Guarded by the lock of its shop. */
final class RateLimiter {
    private static final long WINDOW_SECONDS = 60;

    private final Clock clock;
    private final int perMinuteAtFirst;
    private final Map<String, Integer> used = new HashMap<>();
    private int perMinute;
    private long window;

    RateLimiter(Clock clock, int perMinute) {
        this.clock = clock;
        this.perMinuteAtFirst = perMinute;
        this.perMinute = perMinute;
    }

    /** @param remaining before a request that is refused it is 0 */
    record Verdict(int limit, int remaining, boolean refused, long secondsToNextWindow) {}

    void limit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** The limit as it stands for a key that did not ask yet. */
    Verdict unused() {
        return new Verdict(perMinute, perMinute, false, WINDOW_SECONDS);
    }

    /** The limit as it stands for a key that has used all of it; when the window ends is not said. */
    Verdict spent() {
        return new Verdict(perMinute, 0, false, WINDOW_SECONDS);
    }

    /** The limit that it began with, and nothing used of it. */
    void reset() {
        perMinute = perMinuteAtFirst;
        used.clear();
    }

    Verdict take(ApiKey key) {
        long now = clock.instant().getEpochSecond();
        if (now / WINDOW_SECONDS != window) {
            window = now / WINDOW_SECONDS;
            used.clear();
        }
        int count = used.getOrDefault(key.secret(), 0);
        long rest = WINDOW_SECONDS - now % WINDOW_SECONDS;
        if (count >= perMinute) {
            return new Verdict(perMinute, 0, true, rest);
        }
        used.put(key.secret(), count + 1);
        return new Verdict(perMinute, perMinute - count - 1, false, rest);
    }
}
