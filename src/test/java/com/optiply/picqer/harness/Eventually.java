package com.optiply.picqer.harness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what another thread or process is about to do and tells nobody: looks again and again, and fails where it
 * does not come. What can be waited for itself, by a latch, a queue or a listener, is better waited for so.
 */
public final class Eventually {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Eventually() {}

    /** One look; whatever it throws ends the wait. */
    @FunctionalInterface
    public interface Look<T> {
        T look() throws Exception;
    }

    public static void isTrue(String what, Look<Boolean> look) {
        isTrue(what, LONGEST, look);
    }

    public static void isTrue(String what, Duration longest, Look<Boolean> look) {
        found(what, longest, () -> look.look() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T found(String what, Look<Optional<T>> look) {
        return found(what, LONGEST, look);
    }

    private static <T> T found(String what, Duration longest, Look<Optional<T>> look) {
        long begun = System.nanoTime();
        while (true) {
            Optional<T> seen = once(what, look);
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() - begun > longest.toNanos()) {
                throw new AssertionError("not seen in " + longest + ": " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static <T> T once(String what, Look<T> look) {
        try {
            return look.look();
        } catch (Exception unexpected) {
            throw new AssertionError("while looking for: " + what, unexpected);
        }
    }
}
