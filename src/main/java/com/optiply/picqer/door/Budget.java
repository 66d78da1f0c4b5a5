package com.optiply.picqer.door;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets an account's requests out one by one, in the order in which they came, as its allowance permits. One for all
 * flows of an account; thread-safe.
 *
 * <p>Whoever is next in line holds the turn while waiting, and nobody else needs it: answers are taken under a monitor
 * of their own that is never held for longer than a little arithmetic.
 */
final class Budget {
    /** A server that asks for more is asked again after this, so that a slip of its own cannot stop us for a year. */
    private static final Duration HOLD_MAX = Duration.ofHours(1);

    private static final Duration RETRY_AFTER_MIN = Duration.ofSeconds(1);

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Allowance allowance;
    private final DoorTime time;
    private final Duration patience;
    private volatile boolean isKnown;
    private boolean held;
    private long heldUntil;

    Budget(Allowance allowance, DoorTime time, Duration patience) {
        this.allowance = allowance;
        this.time = time;
        this.patience = patience;
    }

    /** The account itself has answered: from now on another's answer in its place is trouble that passes. */
    void know() {
        isKnown = true;
    }

    /** Whether the account has ever answered this process. */
    boolean isKnown() {
        return isKnown;
    }

    /** Waits for a place. {@link HeldException} at once where the account wants to be left alone for too long. */
    long enter() throws InterruptedException, HeldException {
        turn.lockInterruptibly();
        try {
            while (true) {
                long now = time.nanos();
                long wait = take(now);
                if (wait == 0) {
                    return now;
                }
                time.pause(Duration.ofNanos(wait));
            }
        } finally {
            turn.unlock();
        }
    }

    /** How many stand in line behind the one whose turn it is; roughly, for whoever watches. */
    int waiting() {
        return turn.getQueueLength();
    }

    synchronized void leave(Allowance.Place place, Signals signals) {
        long now = time.nanos();
        allowance.ended(place, signals, now);
        if (signals.isOverload()) {
            signals.retryAfter().ifPresent(asked -> hold(asked, now));
        }
    }

    private synchronized long take(long now) throws HeldException {
        long hold = heldUntil - now;
        held = held && hold > 0;
        if (!held) {
            return allowance.take(now);
        }
        if (hold > patience.toNanos()) {
            throw new HeldException(Duration.ofNanos(hold));
        }
        return hold;
    }

    private void hold(Duration asked, long now) {
        Duration atLeast = asked.compareTo(RETRY_AFTER_MIN) < 0 ? RETRY_AFTER_MIN : asked;
        Duration wait = atLeast.compareTo(HOLD_MAX) > 0 ? HOLD_MAX : atLeast;
        long until = now + wait.toNanos();
        heldUntil = held && heldUntil - until > 0 ? heldUntil : until;
        held = true;
    }

    /** The account asked not to be spoken to for longer than our patience. */
    static final class HeldException extends Exception {
        private static final long serialVersionUID = 1;

        HeldException(Duration hold) {
            super("it asked for a pause of " + hold.toSeconds() + " s more");
        }
    }
}
