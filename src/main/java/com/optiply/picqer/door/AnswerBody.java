package com.optiply.picqer.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads what an account answered. */
final class AnswerBody {
    private static final int NO_CONTENT = 204;

    /** Many times what the longest page has: the shortest things take the most memory, and nobody sends so many. */
    private static final long TOKENS_MAX = 4_000_000;

    /** A price of 12.50 stays 12.50: no binary fractions, no zeroes cut. Half an answer, or one and a half, is none. */
    static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(TOKENS_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private AnswerBody() {}

    /** The answer to a request that went well; a {@link Failure} if it is no answer at all. */
    static @Nullable JsonNode read(Account account, DoorRequest request, int status, byte[] body) {
        if (isBlank(body)) {
            if (mayBeEmpty(request, status)) {
                return null;
            }
            throw Failure.unreadable(account, request, status, "without a body");
        }
        JsonNode answer = parse(account, request, status, body);
        if (!answer.isContainerNode()) {
            throw Failure.unreadable(account, request, status, "neither with an object nor with an array");
        }
        return answer;
    }

    private static JsonNode parse(Account account, DoorRequest request, int status, byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            // Its text may hold a piece of the body, and that may hold personal data.
            String what = body[0] == '<' ? "with a page instead of JSON" : "its body is not whole JSON";
            throw Failure.unreadable(account, request, status, what);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A list without a body has not been read, and a created record without its id cannot be linked. */
    private static boolean mayBeEmpty(DoorRequest request, int status) {
        return switch (request.method()) {
            case GET -> false;
            case POST -> status == NO_CONTENT;
            case PUT, PATCH, DELETE -> true;
        };
    }

    private static boolean isBlank(byte[] body) {
        for (byte character : body) {
            if (!Character.isWhitespace(character)) {
                return false;
            }
        }
        return true;
    }
}
