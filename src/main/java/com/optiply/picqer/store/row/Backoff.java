package com.optiply.picqer.store.row;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.optiply.picqer.mapping.ParkReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long a parked record that waits for nothing in particular is left alone after each try: a minute, ten, an hour,
 * six, and from then on a day. So it is neither tried in a tight loop nor ever forgotten. Where Optiply itself failed,
 * an hour is the longest: after an outage of a day nothing may wait for another. So it is with an order that Picqer did
 * not take: what a person puts right there cannot be seen from here, and a shop waits for its goods.
 */
final class Backoff {
    private static final List<Duration> FIRST =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6));
    private static final Duration THEN = Duration.ofDays(1);
    private static final Duration LONGEST_OF_THESE = Duration.ofHours(1);
    private static final Set<String> SHORTENED = Stream.of(
                    ParkReason.SERVER_ERROR, ParkReason.REFUSED_BY_PICQER, ParkReason.NO_RIGHT_IN_PICQER)
            .map(ParkReason::code)
            .collect(toUnmodifiableSet());

    private Backoff() {}

    /**
     * When a record may be tried again.
     *
     * @param reason why it is parked
     * @param attempts how often it was tried for the same cause, the last time included
     */
    static Instant after(String reason, Instant tried, long attempts) {
        Duration gap = attempts <= FIRST.size() ? FIRST.get((int) attempts - 1) : THEN;
        boolean isShortened = SHORTENED.contains(reason) && gap.compareTo(LONGEST_OF_THESE) > 0;
        return tried.plus(isShortened ? LONGEST_OF_THESE : gap);
    }
}
