package com.optiply.picqer.sandbox.optiply;

import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.NOT_NULL;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a resource, as data.
 *
 * @param initial the value of a record that was created without it
 * @param target the resource that a reference leads to
 */
record Attribute(
        String name,
        AttributeType type,
        Set<Trait> traits,
        List<Limit> limits,
        @Nullable Object initial,
        @Nullable String target) {

    enum Trait {
        REQUIRED,
        NOT_NULL,
        /** Taken and ignored, as the server's framework does. */
        READ_ONLY,
        /** Taken in a body, never shown and never filtered on. */
        WRITE_ONLY,
        /** Filtered on, never shown. */
        HIDDEN,
        /** Looked up without a scan. */
        INDEXED,
        /** May stand in a line inside an order. */
        NESTABLE,
        /** May be missing while a person in Optiply is still working on the record. */
        DRAFTABLE,
        /** Known to some environments only. */
        EXTRA
    }

    static Attribute of(String name, AttributeType type, Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(List.of(traits));
        return new Attribute(name, type, Set.copyOf(set), List.of(), null, null);
    }

    static Attribute reference(String name, String target, Trait... traits) {
        Attribute plain = of(name, AttributeType.REFERENCE, traits).and(Trait.INDEXED);
        return new Attribute(name, plain.type, plain.traits, List.of(), null, target);
    }

    Attribute limit(Limit... limits) {
        return new Attribute(name, type, traits, List.of(limits), initial, target);
    }

    Attribute initially(Object value) {
        return new Attribute(name, type, traits, limits, value, target);
    }

    Attribute and(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Attribute(name, type, Set.copyOf(more), limits, initial, target);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean isNullable() {
        return !is(Trait.REQUIRED) && !is(NOT_NULL);
    }

    boolean isShown() {
        return !is(Trait.WRITE_ONLY) && !is(Trait.HIDDEN);
    }

    boolean isFilterable() {
        return type.isFilterable() && !is(Trait.WRITE_ONLY);
    }
}
