package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as Picqer writes it; decimals are kept digit by digit. */
final class PicqerJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PicqerJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses a row of this sandbox's own making, or one that somebody put into it. */
    static ObjectNode document(byte[] json) {
        try {
            return asObject(MAPPER.readTree(json));
        } catch (IOException e) {
            throw new IllegalArgumentException("A row must be a JSON object: " + e.getMessage(), e);
        }
    }

    private static ObjectNode asObject(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("A row must be a JSON object, not " + node.getNodeType() + ".");
    }

    /** Parses what a client sent; nothing at all counts as an object without fields. */
    static ObjectNode body(byte[] json) {
        if (json.length == 0) {
            return object();
        }
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.invalidJson();
        } catch (IOException e) {
            throw Refusal.invalidJson();
        }
    }
}
