package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.CommaInFilter;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.MomentInFilter;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a list.
 *
 * @param slot of the attribute; {@link #ID} for the record's own id
 * @param value null: the literal {@code null}; for LIKE a pattern; a list for {@link Operator#ANY_OF}
 */
record Filter(String attribute, int slot, Operator operator, @Nullable Object value) {
    static final int ID = -1;

    private static final Pattern PARAMETER = Pattern.compile("filter\\[(\\w+)](?:\\[(\\w+)])?");
    private static final Attribute ID_ATTRIBUTE = Attribute.of("id", AttributeType.REFERENCE);

    enum Operator {
        EQ,
        NEQ,
        LIKE,
        LT,
        LE,
        GT,
        GE,
        /** What a comma in a value can make of {@link #EQ}; it has no name of its own. */
        ANY_OF;

        static Optional<Operator> named(@Nullable String name) {
            return name == null
                    ? Optional.of(EQ)
                    : Arrays.stream(values())
                            .filter(operator -> operator != ANY_OF)
                            .filter(operator -> operator.name().equals(name.toUpperCase(Locale.ROOT)))
                            .findFirst();
        }
    }

    static Filter equal(ResourceType type, String attribute, Object value) {
        return new Filter(attribute, type.slot(attribute), Operator.EQ, value);
    }

    static Filter parse(ResourceType type, OptiplySwitches switches, String parameter, String text) {
        Matcher matcher = PARAMETER.matcher(parameter);
        if (!matcher.matches()) {
            throw ApiException.unknownParameter(parameter);
        }
        String name = matcher.group(1);
        Attribute attribute =
                filterable(type, switches, name).orElseThrow(() -> ApiException.unknownParameter(parameter));
        Operator operator =
                Operator.named(matcher.group(2)).orElseThrow(() -> ApiException.unknownParameter(parameter));
        if (attribute.type() == AttributeType.DATE
                && text.endsWith("Z")
                && switches.momentInFilter() == MomentInFilter.OFFSET) {
            throw ApiException.badParameter("cannot read the value of " + parameter);
        }
        if (operator == Operator.EQ && text.contains(",") && switches.commaInFilter() == CommaInFilter.ALTERNATIVES) {
            List<Object> alternatives = Arrays.stream(text.split(","))
                    .map(one -> read(attribute, parameter, one))
                    .toList();
            return new Filter(name, slot(type, name), Operator.ANY_OF, alternatives);
        }
        return new Filter(name, slot(type, name), operator, value(attribute, operator, parameter, text));
    }

    /** What may be filtered and sorted on. */
    static Optional<Attribute> filterable(ResourceType type, OptiplySwitches switches, String name) {
        return name.equals("id")
                ? Optional.of(ID_ATTRIBUTE)
                : type.attribute(name)
                        .filter(Attribute::isFilterable)
                        .filter(attribute -> switches.accepts(type, attribute));
    }

    static int slot(ResourceType type, String name) {
        return name.equals("id") ? ID : type.slot(name);
    }

    static @Nullable Object valueOf(Row row, int slot) {
        return slot == ID ? Long.valueOf(row.id()) : row.get(slot);
    }

    boolean isEquality() {
        return operator == Operator.EQ && value != null;
    }

    /** As in SQL: a missing value meets no condition but the one that asks for it. */
    boolean accepts(Row row) {
        Object found = valueOf(row, slot);
        if (value == null) {
            return (found == null) == (operator == Operator.EQ);
        }
        if (found == null) {
            return false;
        }
        return switch (operator) {
            case EQ -> AttributeType.compare(found, value) == 0;
            case NEQ -> AttributeType.compare(found, value) != 0;
            case LIKE -> ((Pattern) value).matcher(found.toString()).find();
            case LT -> AttributeType.compare(found, value) < 0;
            case LE -> AttributeType.compare(found, value) <= 0;
            case GT -> AttributeType.compare(found, value) > 0;
            case GE -> AttributeType.compare(found, value) >= 0;
            case ANY_OF -> ((List<?>) value).stream().anyMatch(one -> AttributeType.compare(found, one) == 0);
        };
    }

    private static @Nullable Object value(Attribute attribute, Operator operator, String parameter, String text) {
        if (text.equals("null") && (operator == Operator.EQ || operator == Operator.NEQ)) {
            return null;
        }
        if (operator == Operator.LIKE) {
            return like(text);
        }
        return read(attribute, parameter, text);
    }

    private static Object read(Attribute attribute, String parameter, String text) {
        try {
            return attribute.type().parse(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw ApiException.badParameter("cannot read the value of " + parameter);
        }
    }

    /** A part of the text is enough, in any case; a percent sign stands for anything. */
    private static Pattern like(String text) {
        String expression =
                Arrays.stream(text.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
