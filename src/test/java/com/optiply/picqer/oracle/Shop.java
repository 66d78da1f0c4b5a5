package com.optiply.picqer.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.PicqerSimulator;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents of a Picqer shop, as its API shows them.
 *
 * @param products the active and the inactive ones
 * @param parts by the composed product they are parts of, which a row never says
 */
public record Shop(
        List<JsonNode> products,
        Map<Long, List<JsonNode>> parts,
        List<JsonNode> suppliers,
        List<JsonNode> inactiveSuppliers,
        List<JsonNode> purchaseOrders,
        List<JsonNode> receipts,
        List<JsonNode> orders) {
    public static final Shop EMPTY =
            new Shop(List.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads past the network: no fault touches it and no log shows it. The key must not be limited. */
    public static Shop read(PicqerShop shop, String key) {
        ObjectNode state = shop.state();
        List<JsonNode> products = List.copyOf(shop.allProducts());
        return new Shop(
                products,
                parts(shop, key, products),
                rows(state, "suppliers"),
                rows(state, "inactive_suppliers"),
                rows(state, "purchaseorders"),
                rows(state, "receipts"),
                rows(state, "orders"));
    }

    private static List<JsonNode> rows(ObjectNode state, String name) {
        List<JsonNode> rows = new ArrayList<>();
        state.path(name).forEach(rows::add);
        return List.copyOf(rows);
    }

    private static Map<Long, List<JsonNode>> parts(PicqerShop shop, String key, List<JsonNode> products) {
        PicqerSimulator simulator = new PicqerSimulator(shop);
        Map<Long, List<JsonNode>> parts = new TreeMap<>();
        for (JsonNode product : products) {
            if (Products.isComposed(product) && product.path("idproduct").isIntegralNumber()) {
                long idproduct = product.path("idproduct").asLong();
                parts.put(idproduct, partsOf(simulator, key, idproduct));
            }
        }
        return Map.copyOf(parts);
    }

    private static List<JsonNode> partsOf(PicqerSimulator simulator, String key, long idproduct) {
        String login = Base64.getEncoder().encodeToString((key + ":X").getBytes(StandardCharsets.UTF_8));
        SimulatedResponse answer = simulator.answer(new SimulatedRequest(
                "GET",
                "/products/" + idproduct + "/parts",
                Map.of(),
                Map.of("authorization", "Basic " + login, "user-agent", "oracle"),
                new byte[0]));
        if (answer.status() == 404) {
            return List.of();
        }
        if (answer.status() != 200) {
            throw new IllegalStateException("Parts of product " + idproduct + " were refused: " + answer.status());
        }
        List<JsonNode> rows = new ArrayList<>();
        json(answer.body()).forEach(rows::add);
        return List.copyOf(rows);
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A document as somebody wrote it down. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
