package com.optiply.picqer.optiply;

import static java.time.format.DateTimeFormatter.ISO_INSTANT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of an Optiply record, ready to be sent and to be compared with what was sent before.
 *
 * <p>Immutable. An attribute that has no value is not there. A null in a difference ({@link #changesTo}) tells Optiply
 * to clear it; a null in what Optiply last acknowledged means that nobody knows its value ({@link #unknown}). Two
 * values are the same when their JSON text is, so decimals must come with a fixed scale.
 */
public final class Attributes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    public static final Attributes NONE = new Attributes(JSON.createObjectNode());

    private final ObjectNode values;
    private @Nullable String json;

    private Attributes(ObjectNode values) {
        this.values = values;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Reads what {@link #json()} wrote. */
    public static Attributes parse(String json) {
        try {
            return new Attributes(JSON.readValue(json, ObjectNode.class));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("the state holds attributes that are not JSON", notOurs);
        }
    }

    /** What has to be sent so that these attributes become {@code target}: new and other values, null for gone ones. */
    public Attributes changesTo(Attributes target) {
        ObjectNode changes = JSON.createObjectNode();
        target.values.properties().forEach(entry -> {
            if (!isSame(values.get(entry.getKey()), entry.getValue())) {
                changes.set(entry.getKey(), entry.getValue());
            }
        });
        values.fieldNames().forEachRemaining(name -> {
            if (!target.values.has(name)) {
                changes.set(name, NullNode.getInstance());
            }
        });
        return new Attributes(changes);
    }

    /** These attributes after {@code changes} were made to them; a null in the changes takes its attribute away. */
    public Attributes with(Attributes changes) {
        ObjectNode merged = values.deepCopy();
        changes.values.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                merged.remove(entry.getKey());
            } else {
                merged.set(entry.getKey(), entry.getValue());
            }
        });
        return new Attributes(merged);
    }

    /**
     * These attributes when nobody knows what has become of those of these names. A null stands for each, which is
     * like no value that we send: so the next difference sends it again, or clears it again.
     */
    public Attributes unknown(Set<String> doubtful) {
        ObjectNode rest = values.deepCopy();
        doubtful.forEach(rest::putNull);
        return new Attributes(rest);
    }

    /** These attributes, but for {@code names} what {@code other} has, be it nothing or unknown. */
    public Attributes taking(Set<String> names, Attributes other) {
        ObjectNode mixed = values.deepCopy();
        for (String name : names) {
            JsonNode value = other.values.get(name);
            if (value == null) {
                mixed.remove(name);
            } else {
                mixed.set(name, value);
            }
        }
        return new Attributes(mixed);
    }

    /** These attributes and one more, a list of others: how lines travel in the create of their order. */
    public Attributes nesting(String name, List<Attributes> lines) {
        ObjectNode nested = values.deepCopy();
        ArrayNode list = nested.putArray(name);
        lines.forEach(line -> list.add(line.values.deepCopy()));
        return new Attributes(nested);
    }

    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        values.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Those of these attributes whose value is known; see {@link #unknown}. */
    public Attributes known() {
        ObjectNode known = values.deepCopy();
        values.properties().stream()
                .filter(entry -> entry.getValue().isNull())
                .forEach(entry -> known.remove(entry.getKey()));
        return new Attributes(known);
    }

    /** Those of these attributes that bear one of these names. */
    public Attributes only(Set<String> names) {
        return new Attributes(values.deepCopy().retain(names));
    }

    /** These attributes, but for those of these names. */
    public Attributes without(Set<String> names) {
        return new Attributes(values.deepCopy().without(names));
    }

    /** Whether any attribute bears one of these names. */
    public boolean hasAny(Set<String> names) {
        return names.stream().anyMatch(values::has);
    }

    /** These attributes less those that {@code other} names. */
    public Attributes without(Attributes other) {
        ObjectNode rest = values.deepCopy();
        other.values.fieldNames().forEachRemaining(rest::remove);
        return new Attributes(rest);
    }

    /** Those of these attributes that {@code other} names too, with a null where these have none. */
    public Attributes only(Attributes other) {
        ObjectNode some = JSON.createObjectNode();
        other.values.fieldNames().forEachRemaining(name -> {
            JsonNode value = values.get(name);
            some.set(name, value == null ? NullNode.getInstance() : value);
        });
        return new Attributes(some);
    }

    /** The value as JSON; null when the attribute is not there. */
    public @Nullable JsonNode get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.has(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** A copy that the caller may change. */
    public ObjectNode toNode() {
        return values.deepCopy();
    }

    /** One line of JSON, the attributes in the order in which they were given. */
    public String json() {
        String text = json;
        if (text == null) {
            text = values.toString();
            json = text;
        }
        return text;
    }

    private static boolean isSame(@Nullable JsonNode one, JsonNode other) {
        return one != null && (one.equals(other) || one.toString().equals(other.toString()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes attributes
                && values.size() == attributes.values.size()
                && changesTo(attributes).isEmpty();
    }

    @Override
    public int hashCode() {
        return values.properties().stream()
                .mapToInt(field ->
                        field.getKey().hashCode() ^ field.getValue().toString().hashCode())
                .sum();
    }

    @Override
    public String toString() {
        return json();
    }

    /** Collects attributes; a null value leaves its attribute out. */
    public static final class Builder {
        private final ObjectNode values = JSON.createObjectNode();

        private Builder() {}

        public Builder text(String name, @Nullable String value) {
            return set(name, value == null ? null : TextNode.valueOf(value));
        }

        public Builder whole(String name, @Nullable Long value) {
            return set(name, value == null ? null : LongNode.valueOf(value));
        }

        /** The id of another Optiply record. */
        public Builder id(String name, OptiplyId value) {
            return whole(name, value.value());
        }

        /** A decimal whose scale the caller has fixed. */
        public Builder decimal(String name, @Nullable BigDecimal value) {
            return set(name, value == null ? null : DecimalNode.valueOf(value));
        }

        /** A moment as Optiply takes it: ISO-8601 in UTC, whole seconds. */
        public Builder moment(String name, @Nullable Instant value) {
            return text(name, value == null ? null : ISO_INSTANT.format(value.truncatedTo(ChronoUnit.SECONDS)));
        }

        public Builder flag(String name, @Nullable Boolean value) {
            return set(name, value == null ? null : BooleanNode.valueOf(value));
        }

        private Builder set(String name, @Nullable JsonNode value) {
            if (value != null) {
                values.set(name, value);
            }
            return this;
        }

        public Attributes build() {
            return new Attributes(values.deepCopy());
        }
    }
}
