package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys for rows that bear no id of their own. */
final class RowKeys {
    private static final int DIGEST_BYTES = 8;

    private RowKeys() {}

    /** The same text gives the same key, so that a row read twice is known again although it has no id. */
    static String ofRowWithoutId(JsonNode row) {
        byte[] digest = sha256().digest(row.toString().getBytes(StandardCharsets.UTF_8));
        return "no-id-" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
