package com.optiply.picqer.sandbox.optiply;

import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.DRAFTABLE;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.NESTABLE;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.READ_ONLY;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.REQUIRED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the attributes of a body against the schema. The order is the real server's: a body that cannot be read
 * fails first (unknown attribute 400, wrong form 500), then all broken rules are told at once.
 */
final class ChangeReader {
    private final World world;

    ChangeReader(World world) {
        this.world = world;
    }

    Change forCreate(ResourceType type, JsonNode attributes, Author author) {
        return read(type, attributes, attribute -> true, required(author));
    }

    Change forUpdate(ResourceType type, JsonNode attributes) {
        return read(type, attributes, attribute -> true, attribute -> false);
    }

    /** A line inside an order takes fewer attributes, has no remote id, and does not know its order yet. */
    Change forLine(ResourceType type, JsonNode line) {
        if (!line.isObject()) {
            throw ApiException.unreadable("orderLines");
        }
        Change change = read(
                type,
                line,
                attribute -> attribute.is(NESTABLE) || attribute.name().equals("remoteId"),
                attribute -> attribute.is(REQUIRED) && attribute.is(NESTABLE));
        change.drop("remoteId");
        return change;
    }

    private static Predicate<Attribute> required(Author author) {
        return attribute -> attribute.is(REQUIRED) && !(author.isUser() && attribute.is(DRAFTABLE));
    }

    private Change read(
            ResourceType type, JsonNode attributes, Predicate<Attribute> accepted, Predicate<Attribute> required) {
        Change change = new Change(type);
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : attributes.properties()) {
            Attribute attribute = known(type, field.getKey())
                    .filter(accepted)
                    .orElseThrow(() -> ApiException.badRequest("attribute " + field.getKey() + " not found"));
            if (!attribute.is(READ_ONLY)) {
                readValue(attribute, field.getValue(), change, violations);
            }
        }
        type.attributes().stream()
                .filter(required)
                .filter(attribute -> !change.gives(attribute.name()))
                .forEach(attribute -> violations.add(attribute.name() + " must not be null"));
        if (!violations.isEmpty()) {
            throw ApiException.invalid(world.switches().validation(), violations);
        }
        return change;
    }

    private Optional<Attribute> known(ResourceType type, String name) {
        return type.attribute(name).filter(attribute -> world.switches().accepts(type, attribute));
    }

    private static void readValue(Attribute attribute, JsonNode json, Change change, List<String> violations) {
        String name = attribute.name();
        if (json.isNull()) {
            change.put(name, null);
            if (!attribute.isNullable()) {
                violations.add(name + " must not be null");
            }
            return;
        }
        Object value = readable(attribute, json);
        change.put(name, value);
        attribute.limits().forEach(limit -> limit.violation(name, value).ifPresent(violations::add));
    }

    private static Object readable(Attribute attribute, JsonNode json) {
        try {
            return attribute.type().read(json);
        } catch (AttributeType.Unreadable unreadable) {
            throw ApiException.unreadable(attribute.name());
        }
    }
}
