package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The envelope of a write: one resource, of the type that the path names. */
final class Body {
    private static final Set<String> MEMBERS = Set.of("type", "id", "attributes");

    private Body() {}

    static JsonNode attributesToCreate(SimulatedRequest request, ResourceType type) {
        return attributes(request, type, data(request, type));
    }

    /** The id in the body may be left out; when it is there it is the path's. */
    static JsonNode attributesToUpdate(SimulatedRequest request, ResourceType type, long id) {
        JsonNode data = data(request, type);
        if (data.hasNonNull("id") && !data.get("id").asText().equals(Long.toString(id))) {
            throw ApiException.badBody("The id does not match the path.", request.method(), type);
        }
        return attributes(request, type, data);
    }

    private static JsonNode data(SimulatedRequest request, ResourceType type) {
        JsonNode data = parsed(request).path("data");
        if (data.isArray()) {
            throw ApiException.badBody("Only one resource is taken.", request.method(), type);
        }
        if (!data.isObject()) {
            throw ApiException.badBody("No data field in the body.", request.method(), type);
        }
        if (!data.path("type").asText().equals(type.name())) {
            throw ApiException.badBody("The type does not match the path.", request.method(), type);
        }
        return data;
    }

    private static JsonNode attributes(SimulatedRequest request, ResourceType type, JsonNode data) {
        for (Map.Entry<String, JsonNode> member : data.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw ApiException.badBody("Unknown member " + member.getKey() + ".", request.method(), type);
            }
        }
        JsonNode attributes = data.path("attributes");
        if (attributes.isMissingNode()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!attributes.isObject()) {
            throw ApiException.badBody("The attributes are no object.", request.method(), type);
        }
        return attributes;
    }

    private static JsonNode parsed(SimulatedRequest request) {
        try {
            return Json.read(request.body());
        } catch (IOException malformed) {
            throw ApiException.badRequest("Json parse error");
        }
    }
}
