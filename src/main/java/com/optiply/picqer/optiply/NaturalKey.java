package com.optiply.picqer.optiply;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Attributes that together are not promised to be unique, but mostly are: what a record is looked up by. */
public record NaturalKey(List<Part> parts) {

    /** One attribute and the value that it has. */
    public record Part(String attribute, String value) {}

    public NaturalKey {
        parts = List.copyOf(parts);
    }

    public static NaturalKey of(String attribute, String value) {
        return new NaturalKey(List.of(new Part(attribute, value)));
    }

    /** The values as one text, by which records of one kind can be told apart. */
    public String value() {
        return parts.stream().map(Part::value).collect(joining("|"));
    }
}
