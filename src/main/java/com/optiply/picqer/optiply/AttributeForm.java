package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The forms that attributes have (contract: Optiply 3.2), each read from Optiply's answers as we would send it. */
enum AttributeForm {
    TEXT {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.text(name, value.asText());
        }
    },
    /** An id, or a count of pieces. */
    WHOLE {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.whole(name, value.asLong());
        }
    },
    /** Sent as a number, received as text. */
    MONEY {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.decimal(name, new BigDecimal(value.asText()).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP));
        }
    },
    FLAG {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.flag(name, value.asBoolean());
        }
    },
    /** Sent in UTC; received with a zone, or with seconds and whatever else. */
    MOMENT {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.moment(name, instant(value.asText()));
        }
    };

    private static final int MONEY_DECIMALS = 2;
    /** {@code 2026-03-01T09:04:29}, before a fraction and a zone. */
    private static final int SECONDS_LENGTH = 19;

    abstract void read(JsonNode value, String name, Attributes.Builder into);

    /** Null when it is no moment: then nobody knows what Optiply has, and ours is sent again. */
    static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException otherForm) {
            return zoneless(text);
        }
    }

    private static @Nullable Instant zoneless(String text) {
        if (text.length() < SECONDS_LENGTH) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.substring(0, SECONDS_LENGTH)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noMoment) {
            return null;
        }
    }
}
