package com.optiply.picqer.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.optiply.Attributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Moments that are days to one of the two sides: what a buyer expects at nine comes back from Picqer as that day's
 * midnight, and is no change (mapping.md, "Writing out purchase orders").
 *
 * @param zone in which the days begin
 * @param attributes that hold such moments
 */
public record Days(ZoneId zone, Set<String> attributes) {
    public Days {
        attributes = Set.copyOf(attributes);
    }

    /** Those of the attributes that fall on the same day in both. */
    public Set<String> same(Attributes one, Attributes other) {
        return attributes.stream()
                .filter(name -> isSame(one.get(name), other.get(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one != null && other != null && one.isTextual() && other.isTextual() && day(one).equals(day(other));
    }

    private LocalDate day(JsonNode moment) {
        return LocalDate.ofInstant(Instant.parse(moment.textValue()), zone);
    }
}
