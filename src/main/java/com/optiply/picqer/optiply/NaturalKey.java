package com.optiply.picqer.optiply;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Attributes that together are not promised to be unique, but mostly are: what a record is looked up by. */
public record NaturalKey(List<Part> parts) {

    /** One attribute and the value that it has. */
    public record Part(String attribute, String value) {
        private static final Set<String> MOMENTS = Set.of(OptiplySellOrder.PLACED, OptiplyReceiptLine.OCCURRED);

        /**
         * The value as a filter has it. A moment has its offset there, as other clients send it: whether a filter takes
         * the {@code Z} of Optiply's own answers nobody knows (contract: Optiply 4).
         */
        public String filterValue() {
            return MOMENTS.contains(attribute) ? value.replaceFirst("Z$", "+00:00") : value;
        }

        /** A comma may stand between alternatives, and {@code null} for no value (contract: Optiply 4). */
        private boolean isFilterable() {
            return value.indexOf(',') < 0 && !value.equalsIgnoreCase("null");
        }
    }

    public NaturalKey {
        parts = List.copyOf(parts);
    }

    public static NaturalKey of(String attribute, String value) {
        return new NaturalKey(List.of(new Part(attribute, value)));
    }

    /** Whether a filter of a list means these values and nothing else. */
    public boolean isFilterable() {
        return parts.stream().allMatch(Part::isFilterable);
    }

    /** Whether that is the key of a record with these attributes. */
    public boolean isOf(JsonNode attributes) {
        return parts.stream()
                .allMatch(part -> attributes.hasNonNull(part.attribute())
                        && attributes.get(part.attribute()).asText().equals(part.value()));
    }

    /** The values as one text, by which records of one kind can be told apart. */
    public String value() {
        return parts.stream().map(Part::value).collect(joining("|"));
    }
}
