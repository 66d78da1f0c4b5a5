package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Backstage;
import java.util.OptionalInt;

/**
 * What people do in Optiply's own screens, and what the sandbox can do to it, by name and with JSON arguments: for the
 * admin door and for faults. Records are named by {@code account}, {@code resource} and {@code id}.
 */
final class OptiplyActions implements Backstage {
    private static final String KNOWN = "create, delete, edit, expire-tokens, rate-limit, switch";

    private final OptiplySimulator optiply;

    OptiplyActions(OptiplySimulator optiply) {
        this.optiply = optiply;
    }

    @Override
    public JsonNode perform(String action, ObjectNode arguments) {
        switch (action) {
            case "create" -> {
                return record(account(arguments).createByUser(resource(arguments), object(arguments, "attributes")));
            }
            case "edit" -> {
                return record(account(arguments)
                        .editByUser(resource(arguments), number(arguments, "id"), object(arguments, "attributes")));
            }
            case "delete" -> account(arguments).deleteByUser(resource(arguments), number(arguments, "id"));
            case "expire-tokens" -> optiply.expireTokens();
            case "rate-limit" -> optiply.rateLimit(limit(arguments));
            case "switch" -> {
                return SwitchesJson.change(optiply, object(arguments, "fields"));
            }
            default -> throw new IllegalArgumentException(
                    "Optiply has no action `" + action + "`. Actions: " + KNOWN + ".");
        }
        return JsonNodeFactory.instance.objectNode().put("done", action);
    }

    /** Every record of every account that holds any. */
    @Override
    public JsonNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        for (OptiplyAccount account : optiply.accounts()) {
            ObjectNode resources = state.putObject(Long.toString(account.id()));
            Schema.all().stream()
                    .map(ResourceType::name)
                    .filter(resource -> account.count(resource) > 0)
                    .forEach(resource -> {
                        ArrayNode records = resources.putArray(resource);
                        account.forEach(resource, one -> records.add(record(one)));
                    });
        }
        return state;
    }

    @Override
    public void reset() {
        optiply.reset();
    }

    private OptiplyAccount account(ObjectNode arguments) {
        return optiply.account(number(arguments, "account"));
    }

    private static String resource(ObjectNode arguments) {
        JsonNode resource = arguments.path("resource");
        if (!resource.isTextual()) {
            throw new IllegalArgumentException("The text `resource` is needed, such as `products`.");
        }
        return resource.asText();
    }

    private static ObjectNode object(ObjectNode arguments, String name) {
        if (arguments.path(name) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("The object `" + name + "` is needed.");
    }

    private static long number(ObjectNode arguments, String name) {
        JsonNode value = arguments.path(name);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException("The whole number `" + name + "` is needed.");
        }
        return value.asLong();
    }

    private static RateLimit limit(ObjectNode arguments) {
        int perSecond = Math.toIntExact(number(arguments, "requests_per_second"));
        OptionalInt retryAfter = arguments.has("retry_after_seconds")
                ? OptionalInt.of(Math.toIntExact(number(arguments, "retry_after_seconds")))
                : OptionalInt.empty();
        return new RateLimit(perSecond, retryAfter);
    }

    private static ObjectNode record(OptiplyRecord record) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", record.id());
        node.set("attributes", record.attributes());
        return node;
    }
}
