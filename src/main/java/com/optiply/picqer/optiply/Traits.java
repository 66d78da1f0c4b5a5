package com.optiply.picqer.optiply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is particular to one Optiply resource; {@link Kind} says what each means. Not changed once a kind has it. */
final class Traits {
    private final String resource;
    private final Shape shape;
    private final List<List<String>> naturalKeys = new ArrayList<>();
    private final Set<String> fixed = new HashSet<>();
    private final Set<String> emptied = new HashSet<>();
    private boolean isUnique;
    private boolean isCreatedAgain = true;
    private boolean isLearntAtOnce;
    private @Nullable Kind lines;
    private @Nullable String parentAttribute;

    Traits(String resource, Shape shape) {
        this.resource = resource;
        this.shape = shape;
    }

    /** Attributes that tell a record together; called once for each alternative, the best first. */
    Traits knownBy(String... attributes) {
        naturalKeys.add(List.of(attributes));
        return this;
    }

    /** A pair of which there is one at most: neither of the two can be changed. */
    Traits uniqueBy(String... attributes) {
        isUnique = true;
        return knownBy(attributes).fixed(attributes);
    }

    Traits fixed(String... attributes) {
        fixed.addAll(List.of(attributes));
        return this;
    }

    /** Attributes of which it is ours too to say that a record has none. */
    Traits emptied(String... attributes) {
        emptied.addAll(List.of(attributes));
        return this;
    }

    /** For lines: the attribute that names the order that they belong to, and never another. */
    Traits within(String attribute) {
        parentAttribute = attribute;
        return fixed(attribute);
    }

    Traits linedBy(Kind kind) {
        lines = kind;
        return this;
    }

    Traits parkedWhenDeleted() {
        isCreatedAgain = false;
        return this;
    }

    Traits learntAtOnce() {
        isLearntAtOnce = true;
        return this;
    }

    String resource() {
        return resource;
    }

    Shape shape() {
        return shape;
    }

    List<List<String>> naturalKeys() {
        return naturalKeys;
    }

    Set<String> fixedAttributes() {
        return Set.copyOf(fixed);
    }

    Set<String> emptiedAttributes() {
        return Set.copyOf(emptied);
    }

    boolean isUnique() {
        return isUnique;
    }

    boolean isCreatedAgain() {
        return isCreatedAgain;
    }

    boolean isLearntAtOnce() {
        return isLearntAtOnce;
    }

    @Nullable
    Kind lines() {
        return lines;
    }

    @Nullable
    String parentAttribute() {
        return parentAttribute;
    }
}
