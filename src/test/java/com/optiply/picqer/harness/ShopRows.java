package com.optiply.picqer.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a simulated shop has, as its rows tell it. */
final class ShopRows {
    private ShopRows() {}

    static Predicate<ObjectNode> status(String status) {
        return row -> row.path("status").asText().equals(status);
    }

    static List<Long> ids(Stream<ObjectNode> rows, String key) {
        return rows.map(row -> row.path(key).asLong()).sorted().toList();
    }

    static JsonNode row(List<ObjectNode> rows, String key, long id) {
        return rows.stream()
                .filter(row -> row.path(key).asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    static Stream<JsonNode> lines(JsonNode of) {
        return StreamSupport.stream(of.path("products").spliterator(), false);
    }
}
