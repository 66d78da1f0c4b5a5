package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates and times of one row, which are local and without a zone (contract: Picqer 1.6). What is no date or
 * time is remembered among the row's problems.
 */
final class RowTimes {
    private static final String A_DATE = "a date such as 2025-10-21";
    private static final String A_TIME = "a date and time such as 2025-10-21 09:30:00";

    /** Strict, so that the 31st of June is told and not taken for another day. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    /** Stands in for a time that is missing; nobody may use it, since the row has a problem. */
    private static final LocalDateTime STAND_IN = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final RowReader row;

    RowTimes(RowReader row) {
        this.row = row;
    }

    /** A time that every row has. */
    LocalDateTime time(String field) {
        JsonNode node = row.field(field);
        if (isNone(node)) {
            row.problem(field, node, A_TIME);
            return STAND_IN;
        }
        LocalDateTime time = timeOrNull(field);
        return time == null ? STAND_IN : time;
    }

    /** Null when absent, null or empty. */
    @Nullable
    LocalDateTime timeOrNull(String field) {
        return read(field, TIME, LocalDateTime::from, A_TIME);
    }

    /** Null when absent, null or empty. */
    @Nullable
    LocalDate dateOrNull(String field) {
        return read(field, DATE, LocalDate::from, A_DATE);
    }

    private <T> @Nullable T read(String field, DateTimeFormatter form, TemporalQuery<T> query, String expected) {
        JsonNode node = row.field(field);
        if (isNone(node)) {
            return null;
        }
        try {
            return form.parse(node.isTextual() ? node.textValue().strip() : node.toString(), query);
        } catch (DateTimeParseException notOne) {
            row.problem(field, node, expected);
            return null;
        }
    }

    private static boolean isNone(JsonNode node) {
        return RowReader.isAbsent(node) || node.isTextual() && node.textValue().isBlank();
    }
}
