package com.optiply.picqer.sandbox.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came and what became of it. Credentials are not in it.
 *
 * @param sequence in the order of arrival, from 1
 * @param path with the account's prefix, decoded
 * @param query as it came, without the question mark
 * @param key tells requests with one API key, client or token from those with another, and is none of them; empty
 *     where none was shown
 * @param headers by lower-case name, without those that hold credentials
 * @param applied the status the simulator gave; 0 if the request never reached it
 * @param status the status that was sent; 0 if no answer was
 * @param fault null if none struck
 */
public record LoggedRequest(
        long sequence,
        String method,
        String path,
        String query,
        String key,
        Map<String, String> headers,
        String body,
        int applied,
        int status,
        @Nullable String fault) {}
