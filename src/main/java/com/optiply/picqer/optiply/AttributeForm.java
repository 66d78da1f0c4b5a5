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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The forms that attributes have (contract: Optiply 3.2), each read from Optiply's answers as we would send it. */
enum AttributeForm {
    TEXT {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.text(name, value.asText());
        }

        @Override
        void take(Object value, String name, Attributes.Builder into) {
            String text = scalar(value);
            if (text.isBlank()
                    || text.length() > TEXT_LENGTH_MAX
                    || text.lines().count() > 1) {
                throw new IllegalArgumentException(
                        "takes one line of 1 to " + TEXT_LENGTH_MAX + " characters, not " + shown(text));
            }
            into.text(name, text.strip());
        }
    },
    /** Whether Optiply shows a record to its users. */
    STATUS {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.text(name, value.asText());
        }

        @Override
        void take(Object value, String name, Attributes.Builder into) {
            String text = scalar(value);
            if (Arrays.stream(Status.values()).noneMatch(status -> status.code().equals(text))) {
                throw new IllegalArgumentException("takes `enabled` or `disabled`, not " + shown(text));
            }
            into.text(name, text);
        }
    },
    /** An id, or a count of pieces. */
    WHOLE {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.whole(name, value.asLong());
        }

        @Override
        void take(Object value, String name, Attributes.Builder into) {
            try {
                into.whole(name, new BigDecimal(scalar(value).strip()).longValueExact());
            } catch (ArithmeticException | NumberFormatException other) {
                throw new IllegalArgumentException("takes a whole number, not " + shown(scalar(value)), other);
            }
        }
    },
    /** Sent as a number, received as text. */
    MONEY {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.decimal(name, new BigDecimal(value.asText()).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP));
        }

        @Override
        void take(Object value, String name, Attributes.Builder into) {
            try {
                BigDecimal money = new BigDecimal(scalar(value).strip()).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
                if (money.abs().compareTo(MONEY_MAX) <= 0) {
                    into.decimal(name, money);
                    return;
                }
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(MONEY_TAKES + shown(scalar(value)), noNumber);
            }
            throw new IllegalArgumentException(MONEY_TAKES + shown(scalar(value)));
        }
    },
    FLAG {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.flag(name, value.asBoolean());
        }

        @Override
        void take(Object value, String name, Attributes.Builder into) {
            String text = scalar(value);
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("takes `true` or `false`, not " + shown(text));
            }
            into.flag(name, Boolean.valueOf(text));
        }
    },
    /** Sent in UTC; received with a zone, or with seconds and whatever else. */
    MOMENT {
        @Override
        void read(JsonNode value, String name, Attributes.Builder into) {
            into.moment(name, instant(value.asText()));
        }

        @Override
        void take(Object value, String name, Attributes.Builder into) {
            Instant moment = instant(scalar(value));
            if (moment == null) {
                throw new IllegalArgumentException(
                        "takes a moment such as 2026-03-01T09:04:29Z, not " + shown(scalar(value)));
            }
            into.moment(name, moment);
        }
    };

    private static final int MONEY_DECIMALS = 2;
    private static final BigDecimal MONEY_MAX = new BigDecimal("9999999.99");
    private static final String MONEY_TAKES = "takes an amount of at most " + MONEY_MAX + ", not ";
    private static final int TEXT_LENGTH_MAX = 255;
    private static final int SHOWN_LENGTH_MAX = 60;
    /** {@code 2026-03-01T09:04:29}, before a fraction and a zone. */
    private static final int SECONDS_LENGTH = 19;

    /** Takes what Optiply gave. */
    abstract void read(JsonNode value, String name, Attributes.Builder into);

    /**
     * Takes what a customer's own route has set.
     *
     * @throws IllegalArgumentException with the rest of a sentence that begins with the attribute's name
     */
    abstract void take(Object value, String name, Attributes.Builder into);

    private static String scalar(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "takes a single value, not a " + value.getClass().getSimpleName());
    }

    private static String shown(String text) {
        return "`" + (text.length() <= SHOWN_LENGTH_MAX ? text : text.substring(0, SHOWN_LENGTH_MAX) + "...") + "`";
    }

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
