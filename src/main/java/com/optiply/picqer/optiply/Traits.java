package com.optiply.picqer.optiply;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to one Optiply resource; {@link Kind} says what each means.
 *
 * @param naturalKeys alternatives, the best first; each the names of attributes that tell a record together
 * @param isUnique whether Optiply refuses a second record of the same natural key
 * @param parentAttribute names the order that a line belongs to
 */
record Traits(
        String resource,
        Shape shape,
        List<List<String>> naturalKeys,
        Set<String> fixed,
        boolean isUnique,
        boolean isCreatedAgain,
        @Nullable Kind lines,
        @Nullable String parentAttribute) {

    Traits(String resource, Shape shape) {
        this(resource, shape, List.of(), Set.of(), false, true, null, null);
    }

    Traits knownBy(String... attributes) {
        List<List<String>> keys = Stream.concat(naturalKeys.stream(), Stream.of(List.of(attributes)))
                .toList();
        return new Traits(resource, shape, keys, fixed, isUnique, isCreatedAgain, lines, parentAttribute);
    }

    /** A pair of which there is one at most: neither of the two can be changed. */
    Traits uniqueBy(String... attributes) {
        Traits known = knownBy(attributes).fixed(attributes);
        return new Traits(
                resource, shape, known.naturalKeys, known.fixed, true, isCreatedAgain, lines, parentAttribute);
    }

    Traits fixed(String... attributes) {
        Set<String> names = Set.of(attributes);
        return new Traits(resource, shape, naturalKeys, names, isUnique, isCreatedAgain, lines, parentAttribute);
    }

    Traits within(String attribute) {
        Set<String> names = Stream.concat(fixed.stream(), Stream.of(attribute)).collect(toUnmodifiableSet());
        return new Traits(resource, shape, naturalKeys, names, isUnique, isCreatedAgain, lines, attribute);
    }

    Traits linedBy(Kind kind) {
        return new Traits(resource, shape, naturalKeys, fixed, isUnique, isCreatedAgain, kind, parentAttribute);
    }

    Traits parkedWhenDeleted() {
        return new Traits(resource, shape, naturalKeys, fixed, isUnique, false, lines, parentAttribute);
    }
}
