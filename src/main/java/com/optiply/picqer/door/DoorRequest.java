package com.optiply.picqer.door;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller wants of an account. The body is sent as it is, and must not be changed after it was handed over. */
sealed interface DoorRequest permits PicqerRequest, OptiplyRequest, LoginRequest {
    Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.~-]+)+");

    Method method();

    /** Below the base URL, beginning with a slash. */
    String path();

    Query query();

    byte @Nullable [] body();

    /** Whether a status that is not a good one is an answer to it all the same, and no failure. */
    default boolean isAnsweredBy(int status) {
        return false;
    }

    /** Whether something might have changed in the account when the answer is lost. */
    default boolean isWrite() {
        return method() != Method.GET;
    }

    /** Whether sending it twice ends where sending it once would have. */
    default boolean isRepeatable() {
        return method() != Method.POST;
    }

    /** The address below a base URL, query included. */
    static String url(URI base, String path, String query) {
        return query.isEmpty() ? base + path : base + path + "?" + query;
    }

    /** Ids and names go into a path unencoded, so a path that needs encoding is a mistake of ours. */
    static void requireSound(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path below a base URL: `" + path + "`");
        }
    }
}
