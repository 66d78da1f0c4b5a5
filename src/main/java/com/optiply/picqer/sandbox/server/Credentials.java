package com.optiply.picqer.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What of a request's headers may stand in a log. */
final class Credentials {
    private static final String AUTHORIZATION = "authorization";
    private static final Set<String> SECRET = Set.of(AUTHORIZATION, "proxy-authorization", "cookie");
    private static final String BASIC = "basic ";
    private static final int BYTES_SHOWN = 4;

    private Credentials() {}

    static Map<String, String> without(Map<String, String> headers) {
        Map<String, String> rest = new TreeMap<>(headers);
        rest.keySet().removeAll(SECRET);
        return rest;
    }

    /** One text for each key: of Basic authentication only the user counts, since Picqer's keys stand there. */
    static String fingerprint(Map<String, String> headers) {
        String shown = headers.getOrDefault(AUTHORIZATION, "");
        return shown.isEmpty() ? "" : digest(shown.toLowerCase(Locale.ROOT).startsWith(BASIC) ? user(shown) : shown);
    }

    private static String user(String basic) {
        try {
            byte[] pair =
                    Base64.getDecoder().decode(basic.substring(BASIC.length()).strip());
            return new String(pair, UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException notBase64) {
            return basic;
        }
    }

    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES_SHOWN);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
