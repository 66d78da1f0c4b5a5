package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Picqer's times, which bear no zone, as moments (mapping.md, "Money and time"). {@link ZonedDateTime#ofLocal} without
 * a preferred offset is that rule word for word: of the hour that autumn repeats it takes the earlier offset, and a
 * time in the spring gap it moves forward by the length of the gap.
 */
final class LocalTimes {
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ZoneId zone;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    static boolean isTime(JsonNode node) {
        return local(node).isPresent();
    }

    static boolean isAbsentOrTime(JsonNode node) {
        return Fields.isAbsent(node) || isTime(node);
    }

    static boolean isAbsentOrDate(JsonNode node) {
        return Fields.isAbsent(node) || date(node).isPresent();
    }

    /** What Optiply must hold of a moment; of a date the first of its day in the customer's zone. */
    JsonNode moment(JsonNode node) {
        if (Fields.isAbsent(node)) {
            return Fields.NULL;
        }
        LocalDateTime local = local(node)
                .or(() -> date(node).map(day -> day.atTime(LocalTime.MIDNIGHT)))
                .orElseThrow();
        return Fields.JSON.textNode(instant(local).toString());
    }

    private Instant instant(LocalDateTime local) {
        return ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }

    static LocalDate day(JsonNode time) {
        return local(time).orElseThrow().toLocalDate();
    }

    private static Optional<LocalDateTime> local(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(LocalDateTime.parse(node.asText(), WALL_CLOCK)) : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(LocalDate.parse(node.asText())) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
