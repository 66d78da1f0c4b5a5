package com.optiply.picqer.sandbox.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong, and for which requests.
 *
 * @param applied whether the simulator carries the request out before the fault strikes: a reset with {@code applied}
 *     is a lost answer
 * @param method null strikes every method
 * @param path a regular expression that the whole path must match, with the account's prefix
 * @param occurrences null strikes every matching request
 * @param delayMs for {@link Effect#DELAY} and {@link Effect#REFUSE}, and, in all, for {@link Effect#TRICKLE}
 * @param status for {@link Effect#ANSWER}
 * @param body for {@link Effect#ANSWER}
 * @param headers sent besides, such as {@code Retry-After}
 */
public record Fault(
        Effect effect,
        boolean applied,
        @Nullable String method,
        String path,
        Occurrences occurrences,
        long delayMs,
        int status,
        Body body,
        Map<String, String> headers,
        @Nullable UserAction action) {
    private static final String EVERY_PATH = ".*";
    private static final Set<Effect> LASTING = Set.of(Effect.DELAY, Effect.TRICKLE, Effect.REFUSE);

    /** What stands in an answer that a fault gives. */
    public enum Body {
        /** The error as the API itself words it. */
        API,
        /** The error as the API words it, without the headers that it sends with one. */
        BARE,
        HTML,
        EMPTY,
        /** Text that begins like JSON and is none. */
        NOT_JSON
    }

    public Fault {
        path = path == null ? EVERY_PATH : path;
        occurrences = occurrences == null ? Occurrences.ALL : occurrences;
        body = body == null ? Body.API : body;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        if (effect == null) {
            throw new IllegalArgumentException("A fault needs an effect.");
        }
        if (effect == Effect.ANSWER && (status < 200 || status > 599)) {
            throw new IllegalArgumentException("An answer needs a status from 200 to 599.");
        }
        if (status == 429 && applied) {
            throw new IllegalArgumentException("A request answered with 429 is never applied.");
        }
        if (delayMs < 0 || (delayMs == 0 && LASTING.contains(effect))) {
            throw new IllegalArgumentException("delay_ms must be above 0 for this effect.");
        }
        if ((effect == Effect.USER_ACTION) != (action != null)) {
            throw new IllegalArgumentException("An action belongs to the effect user_action, and to no other.");
        }
    }

    private static Fault of(Effect effect, boolean applied) {
        return new Fault(effect, applied, null, EVERY_PATH, Occurrences.ALL, 0, 0, Body.API, Map.of(), null);
    }

    private static Fault delay(Effect effect, boolean applied, Duration delay) {
        return new Fault(
                effect, applied, null, EVERY_PATH, Occurrences.ALL, delay.toMillis(), 0, Body.API, Map.of(), null);
    }

    private static Fault answer(int status, Body body) {
        return new Fault(Effect.ANSWER, false, null, EVERY_PATH, Occurrences.ALL, 0, status, body, Map.of(), null);
    }

    public static Fault drop() {
        return of(Effect.DROP, false);
    }

    public static Fault resetBefore() {
        return of(Effect.RESET, false);
    }

    public static Fault refuse(Duration forSoLong) {
        return delay(Effect.REFUSE, false, forSoLong);
    }

    /** The lost answer: the request was carried out and its sender cannot know. */
    public static Fault resetAfter() {
        return of(Effect.RESET, true);
    }

    public static Fault timeOutAfter() {
        return of(Effect.SILENCE, true);
    }

    public static Fault slowBefore(Duration delay) {
        return delay(Effect.DELAY, false, delay);
    }

    public static Fault slowAfter(Duration delay) {
        return delay(Effect.DELAY, true, delay);
    }

    public static Fault trickle(Duration inAll) {
        return delay(Effect.TRICKLE, true, inAll);
    }

    public static Fault truncate() {
        return of(Effect.TRUNCATE, true);
    }

    public static Fault rateLimited() {
        return answer(429, Body.API);
    }

    /** A 429 that says nothing of the budget: somebody in front of the API gave it. */
    public static Fault rateLimitedByAnother() {
        return answer(429, Body.BARE);
    }

    public static Fault rateLimited(int retryAfterSeconds) {
        return rateLimited().withHeader("Retry-After", Integer.toString(retryAfterSeconds));
    }

    /** An error in the API's own words, not applied: 500, 503, 504, a 401 in mid-run, 403. */
    public static Fault status(int status) {
        return answer(status, Body.API);
    }

    public static Fault html(int status) {
        return answer(status, Body.HTML);
    }

    public static Fault empty(int status) {
        return answer(status, Body.EMPTY);
    }

    public static Fault notJson() {
        return answer(200, Body.NOT_JSON);
    }

    public static Fault userAction(UserAction action) {
        return new Fault(
                Effect.USER_ACTION, false, null, EVERY_PATH, Occurrences.ALL, 0, 0, Body.API, Map.of(), action);
    }

    /** The same fault on these requests only. */
    public Fault on(String method, String path) {
        return new Fault(effect, applied, method, path, occurrences, delayMs, status, body, headers, action);
    }

    public Fault occurring(Occurrences occurrences) {
        return new Fault(effect, applied, method, path, occurrences, delayMs, status, body, headers, action);
    }

    /** The same fault after the request was carried out: a 504 that hides a success. */
    public Fault afterApplying() {
        return new Fault(effect, true, method, path, occurrences, delayMs, status, body, headers, action);
    }

    public Fault withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Fault(effect, applied, method, path, occurrences, delayMs, status, body, more, action);
    }

    /** A few words for the request log. */
    String summary() {
        String what = effect.name().toLowerCase(Locale.ROOT);
        String detail = effect == Effect.ANSWER ? " " + status : "";
        return what + detail + (applied ? " after applying" : "");
    }
}
