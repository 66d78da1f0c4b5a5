package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Standing.Linked;
import com.optiply.picqer.oracle.Standing.Out;
import com.optiply.picqer.oracle.Standing.Waiting;
import com.optiply.picqer.oracle.Verdict.Sent;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What can be referred to in Optiply, as the verdicts come in: products first, then what needs them. */
final class Links {
    private final Products products;
    private final History history;
    private final Map<Resource, Map<String, Verdict>> verdicts = new EnumMap<>(Resource.class);

    Links(Products products, History history) {
        this.products = products;
        this.history = history;
    }

    void add(Resource resource, Map<String, Verdict> known) {
        verdicts.put(resource, known);
    }

    Products products() {
        return products;
    }

    Map<String, Verdict> verdicts(Resource resource) {
        return verdicts.getOrDefault(resource, Map.of());
    }

    Optional<JsonNode> productRow(String key) {
        return key.matches("\\d+") ? products.row(Long.parseLong(key)) : Optional.empty();
    }

    /** A product that Picqer no longer has and that was never sent is unknown. */
    Standing ofProduct(long idproduct) {
        return Standing.of(
                Resource.PRODUCTS,
                Long.toString(idproduct),
                verdicts(Resource.PRODUCTS),
                history,
                new Out(Reason.UNKNOWN_PRODUCT));
    }

    boolean isLinked(Resource resource, String remoteId) {
        Standing standing = Standing.of(resource, remoteId, verdicts(resource), history, new Waiting());
        return standing instanceof Linked;
    }

    /** Whether at least one of its parts is in Optiply, and it is itself. */
    boolean isInOptiplyWithComposition(long composed) {
        boolean hasPart = verdicts(Resource.COMPOSITIONS).entrySet().stream()
                .filter(part -> part.getKey().startsWith(composed + "_"))
                .anyMatch(part ->
                        part.getValue() instanceof Sent || history.wasSent(Resource.COMPOSITIONS, part.getKey()));
        return hasPart && isLinked(Resource.PRODUCTS, Long.toString(composed));
    }

    /** The line's price, else the product's; null only, since 0 is a price; both missing: 0. */
    BigDecimal price(JsonNode line) {
        BigDecimal own = Fields.money(line, "price");
        if (own != null) {
            return own;
        }
        return products.row(line.path("idproduct").asLong())
                .filter(row -> Fields.isMoney(row.path("price")))
                .map(row -> Fields.money(row, "price"))
                .orElse(BigDecimal.ZERO);
    }
}
