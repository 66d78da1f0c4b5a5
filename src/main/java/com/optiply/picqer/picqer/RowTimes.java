package com.optiply.picqer.picqer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** Reads Picqer's times, which bear no zone (contract: Picqer 1.6); null when absent, null or empty. */
final class RowTimes {
    private static final DateTimeFormatter DATE_TIME = strict("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter DATE = strict("uuuu-MM-dd");

    private RowTimes() {}

    static @Nullable LocalDateTime dateTime(RowReader fields, String field) {
        String text = fields.text(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(text, DATE_TIME);
        } catch (DateTimeException notATime) {
            fields.problem(field, fields.field(field), "a time such as 2025-10-09 08:30:00");
            return null;
        }
    }

    static @Nullable LocalDate date(RowReader fields, String field) {
        String text = fields.text(field);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException notADate) {
            fields.problem(field, fields.field(field), "a date such as 2025-10-09");
            return null;
        }
    }

    /** A day that no month has is refused, not moved to the next that there is. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
