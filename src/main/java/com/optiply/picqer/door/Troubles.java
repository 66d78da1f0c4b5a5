package com.optiply.picqer.door;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What has gone wrong with one request so far.
 *
 * @param failures one for each attempt
 * @param stubborn those that seldom mend while one waits: a status 500, which may well be the record's own fault, and
 *     an address where somebody else answers; a name that is not found may be found when the network is up again
 * @param since when the first attempt failed, in nanoseconds
 * @param outageSince when the account was first found dead or in trouble since it last limited us; null: it did so last
 */
record Troubles(int failures, int stubborn, long since, @Nullable Long outageSince) {
    private static final int PLAIN_SERVER_ERROR = 500;

    static final Troubles NONE = new Troubles(0, 0, 0, null);

    Troubles and(Failure failure, long now) {
        boolean isAnothersAnswer = failure.failureClass() == FailureClass.MISADDRESSED
                && failure.status().isPresent();
        boolean isStubborn = failure.status().orElse(0) == PLAIN_SERVER_ERROR || isAnothersAnswer;
        boolean outage = failure.failureClass() != FailureClass.RATE_LIMITED;
        return new Troubles(
                failures + 1,
                stubborn + (isStubborn ? 1 : 0),
                failures == 0 ? now : since,
                outage ? (outageSince == null ? Long.valueOf(now) : outageSince) : null);
    }

    Duration lastedFor(long now) {
        return Duration.ofNanos(now - since);
    }

    Duration outageFor(long now) {
        return outageSince == null ? Duration.ZERO : Duration.ofNanos(now - outageSince);
    }
}
