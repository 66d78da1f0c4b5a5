package com.optiply.picqer.customer.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Camel's schema allows in one place, its alternatives laid together.
 *
 * <p>Laid together means that a key is known if any alternative knows it. That is what lets a misspelt key be named
 * as such, where a validator would list why each alternative in turn does not fit.
 */
final class SchemaShape {
    private final JsonNode definitions;
    private final Map<String, JsonNode> properties = new TreeMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Set<String> choices = new TreeSet<>();
    private final Set<String> required = new TreeSet<>();
    private @Nullable JsonNode items;
    private boolean isClosed;
    private boolean takesOneKey;

    SchemaShape(JsonNode definitions, JsonNode schema) {
        this.definitions = definitions;
        add(schema);
        schema.path("required").forEach(key -> required.add(key.asText()));
        target(schema).path("required").forEach(key -> required.add(key.asText()));
    }

    private void add(JsonNode schema) {
        if (schema.has("$ref")) {
            add(target(schema));
        }
        schema.path("oneOf").forEach(this::add);
        schema.path("anyOf").forEach(this::add);
        if (schema.has("type")) {
            types.add(schema.get("type").asText());
        }
        schema.path("enum").forEach(choice -> choices.add(choice.asText()));
        schema.path("properties").properties().forEach(property -> addProperty(property.getKey(), property.getValue()));
        items = schema.has("items") ? schema.get("items") : items;
        isClosed |= schema.path("additionalProperties").isBoolean();
        takesOneKey |= schema.path("maxProperties").asInt() == 1;
    }

    /** An alternative may list a key with an empty schema, only to say that it exists. */
    private void addProperty(String key, JsonNode schema) {
        properties.merge(key, schema, (known, other) -> known.isEmpty() ? other : known);
    }

    private JsonNode target(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return definitions.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    SchemaShape of(JsonNode schema) {
        return new SchemaShape(definitions, schema);
    }

    Map<String, JsonNode> properties() {
        return properties;
    }

    Set<String> choices() {
        return choices;
    }

    Set<String> required() {
        return required;
    }

    @Nullable
    JsonNode items() {
        return items;
    }

    /** Whether only the listed keys may stand here. */
    boolean isClosed() {
        return isClosed;
    }

    /** Whether it is a step, which names one thing to do. */
    boolean takesOneKey() {
        return takesOneKey;
    }

    boolean takes(String type) {
        return types.isEmpty() || types.contains(type);
    }

    /** Whether a scalar of some type may stand here. */
    boolean takesScalar() {
        return List.of("string", "boolean", "number", "integer").stream().anyMatch(this::takes);
    }
}
