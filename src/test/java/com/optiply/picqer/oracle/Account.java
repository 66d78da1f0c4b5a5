package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an Optiply account holds, as of the moment of reading. Records are called by their remote id in the customer's
 * coupling; in an account without one by their natural key, which only the catalogue has: the code of a product, the
 * name of a supplier, the pair of a supplier product. A part is called by its pair in both.
 */
public final class Account {
    private static final Map<String, Resource> REFERENCES = Map.of(
            "productId", Resource.PRODUCTS,
            "composedProductId", Resource.PRODUCTS,
            "partProductId", Resource.PRODUCTS,
            "supplierId", Resource.SUPPLIERS);

    private final @Nullable String coupling;
    private final NaturalKeys naturalKeys;
    private final Map<Resource, Map<Long, Held>> records = new EnumMap<>(Resource.class);
    private final Map<Resource, Map<Long, List<Held>>> linesByOrder = new EnumMap<>(Resource.class);

    private Account(@Nullable String coupling, NaturalKeys naturalKeys) {
        this.coupling = coupling;
        this.naturalKeys = naturalKeys;
    }

    /** @param shop says which product bears which code, where there is no coupling */
    public static Account read(OptiplyAccount account, Settings settings, Shop shop) {
        List<OptiplyRecord> all = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            account.forEach(resource.path(), all::add);
        }
        return of(all, settings.coupling(), shop);
    }

    static Account of(List<OptiplyRecord> all, @Nullable String coupling, Shop shop) {
        Account account = new Account(coupling, NaturalKeys.of(shop));
        for (Resource resource : Resource.values()) {
            Map<Long, Held> held = new HashMap<>();
            all.stream()
                    .filter(record -> record.type().equals(resource.path()))
                    .forEach(record -> held.put(record.id(), account.held(resource, record)));
            account.records.put(resource, held);
        }
        account.gatherLines(Resource.BUY_ORDER_LINES, "buyOrderId");
        account.gatherLines(Resource.SELL_ORDER_LINES, "sellOrderId");
        return account;
    }

    private void gatherLines(Resource lines, String reference) {
        linesByOrder.put(lines, all(lines).stream().collect(Collectors.groupingBy(line -> line.get(reference)
                .asLong())));
    }

    private Held held(Resource resource, OptiplyRecord record) {
        ObjectNode attributes = record.attributes().deepCopy();
        REFERENCES.forEach((attribute, to) -> {
            if (attributes.hasNonNull(attribute)) {
                attributes.put(attribute, keyOf(to, attributes.path(attribute).asLong()));
            }
        });
        boolean isOthers = coupling != null && isOfOthers(attributes.path("remoteIdMap"), coupling);
        boolean isOurs = attributes.path("createdFromPublicApi").asBoolean() && !isOthers;
        return new Held(record.id(), key(resource, attributes), isOurs, attributes);
    }

    private static boolean isOfOthers(JsonNode remoteIds, String coupling) {
        return !remoteIds.isEmpty() && !remoteIds.has(coupling);
    }

    /** A pair that somebody made by hand bears no id of ours, and is the one that Picqer means all the same. */
    private String key(Resource resource, ObjectNode attributes) {
        if (resource == Resource.COMPOSITIONS) {
            return attributes.path("composedProductId").asText() + "_"
                    + attributes.path("partProductId").asText();
        }
        if (coupling == null) {
            return naturalKeys.of(resource, attributes);
        }
        JsonNode remoteIds = attributes.path("remoteIdMap");
        boolean isMadeByHand = resource == Resource.SUPPLIER_PRODUCTS && remoteIds.isEmpty();
        return isMadeByHand
                ? attributes.path("productId").asText() + "_"
                        + attributes.path("supplierId").asText()
                : remoteIds.path(coupling).asText();
    }

    /** A record that is called by nothing is called by its id, so that a difference can name it. */
    private String keyOf(Resource resource, long id) {
        return byId(resource, id).filter(Held::hasKey).map(Held::key).orElse("Optiply id " + id);
    }

    Optional<Held> byId(Resource resource, long id) {
        return Optional.ofNullable(records.getOrDefault(resource, Map.of()).get(id));
    }

    List<Held> all(Resource resource) {
        return List.copyOf(records.getOrDefault(resource, Map.of()).values());
    }

    /** The lines of an order. */
    List<Held> linesOf(Resource lines, long order) {
        return linesByOrder.getOrDefault(lines, Map.of()).getOrDefault(order, List.of());
    }
}
