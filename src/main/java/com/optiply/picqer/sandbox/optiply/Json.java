package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON to and from bytes; numbers keep their digits. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** Something that is written as JSON. */
    interface Content {
        void writeTo(JsonGenerator out) throws IOException;
    }

    private Json() {}

    /** @throws IOException if it is not one JSON value */
    static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    static byte[] write(Content content) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator out = MAPPER.createGenerator(bytes)) {
            content.writeTo(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does not fail to take bytes.", impossible);
        }
    }
}
