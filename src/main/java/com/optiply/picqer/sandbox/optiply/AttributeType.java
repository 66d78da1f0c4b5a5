package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** How a value comes in, is kept, compares and goes out. A value of the wrong form throws {@link Unreadable}. */
enum AttributeType {
    TEXT {
        @Override
        Object read(JsonNode json) {
            if (json.isContainerNode()) {
                throw new Unreadable();
            }
            return json.asText();
        }
    },
    /** One of a few words, which a filter may write in upper case. */
    CHOICE {
        @Override
        Object read(JsonNode json) {
            return TEXT.read(json);
        }

        @Override
        Object parse(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    /** A whole JSON number; 5.0 and "5" are refused as the real server's {@code Long} refuses them. */
    INTEGER {
        @Override
        Object read(JsonNode json) {
            if (!json.isIntegralNumber() || !json.canConvertToLong()) {
                throw new Unreadable();
            }
            return json.longValue();
        }

        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }

        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Long) value);
        }
    },
    /** The id of another record: a whole number, or its digits as text. */
    REFERENCE {
        @Override
        Object read(JsonNode json) {
            return json.isTextual() ? parseOrRefuse(json) : INTEGER.read(json);
        }

        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }

        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((Long) value);
        }
    },
    /** Money, weights and volumes: a number or its text comes in, text with two decimals goes out. */
    DECIMAL {
        @Override
        Object read(JsonNode json) {
            return NUMBER.read(json);
        }

        @Override
        Object parse(String text) {
            return NUMBER.parse(text);
        }

        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeString(((BigDecimal) value).setScale(2).toPlainString());
        }
    },
    NUMBER {
        @Override
        Object read(JsonNode json) {
            if (!json.isNumber() && !json.isTextual()) {
                throw new Unreadable();
            }
            return parseOrRefuse(json);
        }

        /** Refuses exponents that would unfold into megabytes of digits. */
        @Override
        Object parse(String text) {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs(number.scale()) > 100) {
                throw new NumberFormatException("too many digits");
            }
            return number;
        }

        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeNumber((BigDecimal) value);
        }
    },
    BOOLEAN {
        @Override
        Object read(JsonNode json) {
            if (!json.isBoolean()) {
                throw new Unreadable();
            }
            return json.booleanValue();
        }

        @Override
        Object parse(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("neither true nor false");
            };
        }

        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeBoolean((Boolean) value);
        }
    },
    /** An ISO moment with a zone; a date alone is refused. */
    DATE {
        @Override
        Object read(JsonNode json) {
            if (!json.isTextual()) {
                throw new Unreadable();
            }
            return parseOrRefuse(json);
        }

        @Override
        Object parse(String text) {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        }
    },
    UUID_TEXT {
        @Override
        Object parse(String text) {
            return UUID.fromString(text);
        }
    },
    TEXTS {
        @Override
        Object read(JsonNode json) {
            if (!json.isArray()) {
                throw new Unreadable();
            }
            List<Object> texts = new ArrayList<>();
            json.forEach(item -> texts.add(TEXT.read(item)));
            return List.copyOf(texts);
        }

        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartArray();
            for (Object text : (List<?>) value) {
                out.writeString((String) text);
            }
            out.writeEndArray();
        }
    },
    REMOTE_IDS {
        @Override
        void write(JsonGenerator out, Object value) throws IOException {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                out.writeStringField((String) entry.getKey(), (String) entry.getValue());
            }
            out.writeEndObject();
        }
    },
    /** Order lines inside their order: read later, one by one, as records of their own. */
    LINES {
        @Override
        Object read(JsonNode json) {
            if (!json.isArray()) {
                throw new Unreadable();
            }
            return json;
        }
    };

    /** A value that does not have the form of its attribute; the real server answers 500. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("unreadable value", null, false, false);
        }
    }

    /** The value in a request's body. Types that only the server sets cannot be read. */
    Object read(JsonNode json) {
        throw new Unreadable();
    }

    /**
     * The value in a filter.
     *
     * @throws IllegalArgumentException or {@link DateTimeException} for text of the wrong form
     */
    Object parse(String text) {
        return text;
    }

    void write(JsonGenerator out, Object value) throws IOException {
        out.writeString(value.toString());
    }

    boolean isFilterable() {
        return this != REMOTE_IDS && this != LINES && this != TEXTS;
    }

    @SuppressWarnings("unchecked") // Two values of one attribute are of one class, and it is comparable.
    static int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    Object parseOrRefuse(JsonNode json) {
        try {
            return parse(json.asText());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new Unreadable();
        }
    }
}
