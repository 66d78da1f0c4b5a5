package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.optiply.Coupling;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what the oracle says through Optiply's simulated API, with orders and their lines in one request. */
final class FaithfulWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ApiCredentials USER = new ApiCredentials("acme", "client-secret", "api_acme", "pass");

    private final OptiplySimulator optiply =
            new OptiplySimulator(URI.create("https://api.optiply.com/v1"), Clock.systemUTC(), 7);
    private final OptiplyAccount account = optiply.addAccount(1380, "acme", USER, new Coupling(9021, "picqer"));
    private final Map<String, Long> ids = new HashMap<>();
    private final String token = logIn();

    OptiplyAccount write(Oracle oracle) {
        for (Resource resource : Resource.withSource()) {
            oracle.verdicts(resource).forEach((key, verdict) -> {
                if (verdict instanceof Sent sent) {
                    write(resource, key, sent);
                }
            });
        }
        return account;
    }

    private void write(Resource resource, String key, Sent sent) {
        ObjectNode attributes = attributes(sent.attributes()).put("remoteId", key);
        if (!sent.lines().sent().isEmpty()) {
            ArrayNode lines = attributes.putArray("orderLines");
            sent.lines().sent().forEach(line -> lines.add(line(line)));
        }
        long id = post(resource, attributes);
        ids.put(resource + key, id);
        account.forEach("buyOrderLines", line -> sent.lines().sent().stream()
                .filter(each -> isLine(each, line.attributes(), id))
                .forEach(each -> ids.put("line" + key + "/" + each.ids().get(0), line.id())));
    }

    private boolean isLine(Line line, JsonNode attributes, long order) {
        return attributes.path("buyOrderId").asLong() == order
                && attributes.path("productId").asLong() == ids.get(Resource.PRODUCTS + line.product());
    }

    private ObjectNode line(Line line) {
        return attributes(line.attributes()).put("productId", ids.get(Resource.PRODUCTS + line.product()));
    }

    /** References become ids, and a stock level is a whole number. */
    private ObjectNode attributes(Map<String, JsonNode> values) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        values.forEach((name, value) -> {
            switch (name) {
                case "productId", "composedProductId", "partProductId" -> attributes.put(
                        name, ids.get(Resource.PRODUCTS + value.asText()));
                case "supplierId" -> attributes.put(name, ids.get(Resource.SUPPLIERS + value.asText()));
                case "buyOrderLineId" -> attributes.put(name, ids.get("line" + value.asText()));
                case "stockLevel" -> attributes.put(name, value.asLong());
                default -> attributes.set(name, value);
            }
        });
        return attributes;
    }

    private long post(Resource resource, ObjectNode attributes) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").put("type", resource.path()).set("attributes", attributes);
        Map<String, List<String>> query = Map.of("accountId", List.of("1380"), "couplingId", List.of("9021"));
        Map<String, String> headers =
                Map.of("authorization", "Bearer " + token, "content-type", "application/vnd.api+json");
        JsonNode answer = send("/v1/" + resource.path(), query, headers, body.toString(), 201);
        return answer.path("data").path("id").asLong();
    }

    private String logIn() {
        String login = Base64.getEncoder().encodeToString("acme:client-secret".getBytes(StandardCharsets.UTF_8));
        return send(
                        "/api/auth/oauth/token",
                        Map.of("grant_type", List.of("password")),
                        Map.of("authorization", "Basic " + login, "content-type", "application/x-www-form-urlencoded"),
                        "username=api_acme&password=pass",
                        200)
                .path("access_token")
                .asText();
    }

    private JsonNode send(
            String path, Map<String, List<String>> query, Map<String, String> headers, String body, int wanted) {
        SimulatedResponse answer = optiply.answer(
                new SimulatedRequest("POST", path, query, headers, body.getBytes(StandardCharsets.UTF_8)));
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() != wanted) {
            throw new AssertionError(path + " " + body + " was answered " + answer.status() + " " + text);
        }
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
