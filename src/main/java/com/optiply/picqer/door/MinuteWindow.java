package com.optiply.picqer.door;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * At most so many requests in any 60 seconds, wherever the server's window begins.
 *
 * <p>A request counts from the moment it may go until 60 seconds after it ended. The server counts it somewhere in
 * between, so that its window never holds more than ours, however long requests are on their way.
 *
 * <p>What the server says comes on top: a lower limit, and how many are left, because another program may use the same
 * key. Where its window ends it does not say; {@link #windowEnd} knows the latest moment.
 */
final class MinuteWindow implements Allowance {
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** So low that whatever the server says first is a rise. */
    private static final int NEVER_SAID = Integer.MIN_VALUE / 2;

    private final int ceiling;
    private final Deque<Long> ended = new ArrayDeque<>();
    private int limit;
    private int underWay;

    private boolean counted;
    private int remaining = NEVER_SAID;
    private int left;
    private long windowSeen;
    private long leftUntil;

    MinuteWindow(int ceiling) {
        this.ceiling = ceiling;
        this.limit = ceiling;
    }

    @Override
    public long take(long now) {
        while (!ended.isEmpty() && now - ended.getFirst() >= WINDOW_NANOS) {
            ended.removeFirst();
        }
        if (underWay + ended.size() >= limit) {
            return ended.isEmpty() ? ASK_AGAIN_NANOS : ended.getFirst() + WINDOW_NANOS - now;
        }
        counted = counted && now - leftUntil < 0;
        if (counted && left <= 0) {
            return underWay > 0 ? Math.min(ASK_AGAIN_NANOS, leftUntil - now) : leftUntil - now;
        }
        underWay++;
        left--;
        return 0;
    }

    @Override
    public void ended(Place place, Signals signals, long now) {
        underWay--;
        ended.addLast(now);
        signals.limit().ifPresent(said -> limit = Math.max(1, Math.min(said, ceiling)));
        signals.remaining().ifPresent(said -> heed(said, now));
        if (signals.isLimited()) {
            heed(0, now);
        }
    }

    /** Requests under way may be counted in what the server says, or not: they are taken off to be sure. */
    private void heed(int said, long now) {
        if (said > remaining + underWay + 1) {
            windowSeen = now;
        }
        remaining = said;
        left = said - underWay;
        leftUntil = windowEnd(now);
        counted = true;
    }

    /**
     * The server's window began, at the latest, when the number of requests left was seen to rise; a minute later it is
     * over. A small rise is only the order in which parallel answers arrive.
     */
    private long windowEnd(long now) {
        long end = windowSeen + WINDOW_NANOS;
        return end - now > 0 ? end : now + WINDOW_NANOS;
    }
}
