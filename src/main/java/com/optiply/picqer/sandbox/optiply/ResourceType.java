package com.optiply.picqer.sandbox.optiply;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One resource of the API, as data: its attributes, each with a slot in every row, and its relationships. */
final class ResourceType {
    private final String name;
    private final List<Attribute> attributes;
    private final List<Relationship> relationships;
    private final Uniqueness uniqueness;
    private final boolean writable;
    private final Map<String, Integer> slots = new HashMap<>();
    private final @Nullable Object[] initialValues;

    /**
     * Which pair of references may exist only once.
     *
     * @param pair the two attributes; empty: none
     * @param reversible whether the opposite pair is refused too
     */
    record Uniqueness(List<String> pair, boolean reversible) {
        static final Uniqueness NONE = new Uniqueness(List.of(), false);
    }

    ResourceType(
            String name,
            boolean writable,
            Uniqueness uniqueness,
            List<Attribute> attributes,
            List<Relationship> relationships) {
        this.name = name;
        this.writable = writable;
        this.uniqueness = uniqueness;
        this.attributes = List.copyOf(attributes);
        this.relationships = List.copyOf(relationships);
        this.initialValues = attributes.stream().map(Attribute::initial).toArray();
        for (int slot = 0; slot < attributes.size(); slot++) {
            slots.put(attributes.get(slot).name(), slot);
        }
    }

    String name() {
        return name;
    }

    boolean isWritable() {
        return writable;
    }

    Uniqueness uniqueness() {
        return uniqueness;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    List<Relationship> relationships() {
        return relationships;
    }

    List<Relationship.ToMany> owned() {
        return relationships.stream()
                .filter(Relationship.ToMany.class::isInstance)
                .map(Relationship.ToMany.class::cast)
                .filter(Relationship.ToMany::owned)
                .toList();
    }

    Optional<Relationship> relationship(String name) {
        return relationships.stream()
                .filter(relationship -> relationship.name().equals(name))
                .findFirst();
    }

    boolean has(String attribute) {
        return slots.containsKey(attribute);
    }

    Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(slots.get(name)).map(attributes::get);
    }

    /** Where a row keeps the attribute, which must be one of this resource. */
    int slot(String attribute) {
        Integer slot = slots.get(attribute);
        if (slot == null) {
            throw new IllegalArgumentException(name + " has no attribute " + attribute);
        }
        return slot;
    }

    @Nullable
    Object[] initialValues() {
        return Arrays.copyOf(initialValues, initialValues.length);
    }

    @Override
    public String toString() {
        return name;
    }
}
