package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sync.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulator with one shop, and a client that speaks to it as an integration does. */
final class Client {
    static final long SHOP = 1380;
    static final long COUPLING = 9021;
    static final ApiCredentials CREDENTIALS = new ApiCredentials("acme", "client-secret", "api_imports_acme_1", "pass");

    final TestClock clock = new TestClock(Instant.parse("2026-03-02T08:11:04Z"));
    final OptiplySimulator simulator = new OptiplySimulator(URI.create("https://api.optiply.com/v1"), clock, 7);
    final OptiplyAccount shop = simulator.addAccount(SHOP, "Acme", CREDENTIALS, new Coupling(COUPLING, "Picqer"));

    private final Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/vnd.api+json"));

    /** @param json missing where the body is empty or no JSON */
    record Answer(int status, JsonNode json, String text, Map<String, String> headers) {
        long id() {
            return json.at("/data/id").asLong();
        }

        JsonNode attribute(String name) {
            return json.at("/data/attributes/" + name);
        }

        String detail() {
            return json.at("/errors/0/detail").asText();
        }

        List<Long> ids() {
            List<Long> ids = new ArrayList<>();
            json.path("data").forEach(record -> ids.add(record.path("id").asLong()));
            return ids;
        }
    }

    static Client loggedIn() {
        Client client = new Client();
        client.logIn();
        return client;
    }

    void logIn() {
        bearer(token().json().path("access_token").asText());
    }

    void bearer(String token) {
        headers.put("authorization", "Bearer " + token);
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    void withoutHeader(String name) {
        headers.remove(name);
    }

    Answer token() {
        return token("?grant_type=password", "username=api_imports_acme_1&password=pass");
    }

    Answer token(String query, String form) {
        return token("acme:client-secret", query, form);
    }

    Answer token(String client, String query, String form) {
        String basic = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        Map<String, String> own = Map.of("authorization", basic, "content-type", "application/x-www-form-urlencoded");
        return send("POST", "/api/auth/oauth/token" + query, own, form);
    }

    Answer get(String target) {
        return send("GET", target, "");
    }

    Answer delete(String target) {
        return send("DELETE", target, "");
    }

    /** Creates through the coupling; quotes may be written as apostrophes. */
    Answer post(String resource, String attributes) {
        return postTo("/v1/" + resource + "?accountId=1380&couplingId=9021", resource, attributes);
    }

    Answer postTo(String target, String resource, String attributes) {
        return send("POST", target, document(resource, attributes));
    }

    Answer patch(String resource, long id, String attributes) {
        return patchTo("/v1/" + resource + "/" + id + "?accountId=1380&couplingId=9021", resource, attributes);
    }

    Answer patchTo(String target, String resource, String attributes) {
        return send("PATCH", target, document(resource, attributes));
    }

    Answer send(String method, String target, String body) {
        return send(method, target, headers, body);
    }

    long product() {
        return product("Kettle");
    }

    long product(String name) {
        return created(
                "products", "{'name':'" + name + "','skuCode':'" + name + "','stockLevel':1,'unlimitedStock':false}");
    }

    long supplier() {
        return created("suppliers", "{'name':'Hooghout','deliveryTime':7}");
    }

    long supplierProduct(long supplier, long product) {
        return created("supplierProducts", "{'name':'K','supplierId':" + supplier + ",'productId':" + product + "}");
    }

    long buyOrder(long supplier) {
        return created("buyOrders", "{'placed':'2026-03-01T09:00:00Z','totalValue':10,'supplierId':" + supplier + "}");
    }

    long buyOrderLine(long order, long product) {
        return created(
                "buyOrderLines",
                "{'quantity':12,'subtotalValue':10,'buyOrderId':" + order + ",'productId':" + product + "}");
    }

    long receiptLine(long line) {
        return created(
                "receiptLines", "{'occurred':'2026-03-08T08:30:00Z','quantity':12,'buyOrderLineId':" + line + "}");
    }

    static ObjectNode object(String json) {
        return (ObjectNode) parsed(quoted(json));
    }

    private long created(String resource, String attributes) {
        Answer answer = post(resource, attributes);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.id();
    }

    private static String document(String resource, String attributes) {
        return quoted("{'data':{'type':'" + resource + "','attributes':" + attributes + "}}");
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private Answer send(String method, String target, Map<String, String> headers, String body) {
        String[] parts = target.split("\\?", 2);
        Map<String, List<String>> query = parts.length == 2 ? query(parts[1]) : Map.of();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SimulatedResponse response =
                simulator.answer(new SimulatedRequest(method, parts[0], query, Map.copyOf(headers), bytes));
        String text = new String(response.body(), StandardCharsets.UTF_8);
        return new Answer(response.status(), parsed(text), text, response.headers());
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            query.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
