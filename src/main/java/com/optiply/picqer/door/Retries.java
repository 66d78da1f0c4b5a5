package com.optiply.picqer.door;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Decides whether a failed request is sent again, and when. Pure but for the injected chance. */
final class Retries {
    private static final int STUBBORN_REPEATS_MAX = 2;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final int DOUBLINGS_MAX = 10;

    private final Duration patience;
    private final Duration rateLimitPatience;
    private final DoubleSupplier chance;

    /** @param chance evenly spread from 0 to 1, so that callers who failed together do not come back together */
    Retries(DoorSettings settings, DoubleSupplier chance) {
        this.patience = settings.patience();
        this.rateLimitPatience = settings.rateLimitPatience();
        this.chance = chance;
    }

    /**
     * How long to wait before the request is sent again; empty: give up.
     *
     * @param troubles with this failure among them
     * @param retryAfter what the server asked for
     */
    Optional<Duration> next(
            Failure failure, boolean repeatable, Troubles troubles, Optional<Duration> retryAfter, long now) {
        if (!isSafe(failure, repeatable) || troubles.stubborn() > STUBBORN_REPEATS_MAX) {
            return Optional.empty();
        }
        Duration wait = retryAfter.orElseGet(() -> backoff(troubles.failures()));
        return isPatient(failure, troubles, wait, now) ? Optional.of(wait) : Optional.empty();
    }

    /** A POST is repeated only where the first one certainly did nothing. */
    private static boolean isSafe(Failure failure, boolean repeatable) {
        return switch (failure.failureClass()) {
            case CONNECTION, MISADDRESSED, RATE_LIMITED -> true;
            case SERVER, AMBIGUOUS -> repeatable;
            case AUTH, REJECTED, MISSING, CONFLICT -> false;
        };
    }

    /** An account that limits us and is dead by turns is given the longer patience, once. */
    private boolean isPatient(Failure failure, Troubles troubles, Duration wait, long now) {
        boolean outage = failure.failureClass() != FailureClass.RATE_LIMITED;
        boolean outageTooLong = outage && troubles.outageFor(now).plus(wait).compareTo(patience) > 0;
        Duration longest = patience.compareTo(rateLimitPatience) > 0 ? patience : rateLimitPatience;
        Duration whole = outage ? longest : rateLimitPatience;
        return !outageTooLong && troubles.lastedFor(now).plus(wait).compareTo(whole) <= 0;
    }

    /** Doubles each time; half of it is left to chance. */
    private Duration backoff(int failures) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        Duration wait = doubled.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : doubled;
        return Duration.ofMillis(Math.round(wait.toMillis() * (0.5 + chance.getAsDouble() / 2)));
    }
}
