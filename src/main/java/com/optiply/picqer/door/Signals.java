package com.optiply.picqer.door;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a request tells about the account's budget.
 *
 * @param end how it ended; the status if there was an answer
 * @param limit requests a window, as the server says
 * @param remaining requests left in this window, as the server says
 */
record Signals(End end, int status, OptionalInt limit, OptionalInt remaining, Optional<Duration> retryAfter) {
    static final String RETRY_AFTER = "Retry-After";
    static final String LIMIT = "X-RateLimit-Limit";
    static final String REMAINING = "X-RateLimit-Remaining";

    enum End {
        ANSWERED,
        LOST,
        UNSENT
    }

    static Signals answered(int status, Message message, Instant now) {
        return new Signals(
                End.ANSWERED,
                status,
                number(message.getHeader(LIMIT, String.class)),
                number(message.getHeader(REMAINING, String.class)),
                retryAfter(message.getHeader(RETRY_AFTER, String.class), now));
    }

    static Signals unanswered(End end) {
        return new Signals(end, 0, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** As only the API itself does, and nothing that stands before it. */
    boolean tellsBudget() {
        return limit.isPresent() || remaining.isPresent();
    }

    boolean isLimited() {
        return status == 429;
    }

    /** Whether the account is asked for more than it can bear. */
    boolean isOverload() {
        return end == End.LOST || status == 429 || status == 503 || status == 504;
    }

    private static OptionalInt number(@Nullable String text) {
        if (text == null || !text.strip().matches("[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text.strip()));
    }

    /** Seconds or an HTTP date. A date that has passed means now; anything else is as good as absent. */
    static Optional<Duration> retryAfter(@Nullable String text, Instant now) {
        if (text == null) {
            return Optional.empty();
        }
        OptionalInt seconds = number(text);
        if (seconds.isPresent()) {
            return Optional.of(Duration.ofSeconds(seconds.getAsInt()));
        }
        try {
            Instant date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
