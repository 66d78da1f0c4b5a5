package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account that holds exactly what the oracle says, with nested lines; until a test breaks something in it. */
final class FaithfulAccount {
    private static final Map<String, Resource> REFERENCES = Map.of(
            "productId", Resource.PRODUCTS,
            "composedProductId", Resource.PRODUCTS,
            "partProductId", Resource.PRODUCTS,
            "supplierId", Resource.SUPPLIERS);

    private final List<OptiplyRecord> records = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private long lastId = 1_000;

    static FaithfulAccount of(Oracle oracle) {
        FaithfulAccount account = new FaithfulAccount();
        for (Resource resource : Resource.withSource()) {
            oracle.verdicts(resource).forEach((key, verdict) -> {
                if (verdict instanceof Sent sent) {
                    account.put(resource, key, sent);
                }
            });
        }
        return account;
    }

    private void put(Resource resource, String key, Sent sent) {
        long order = put(resource, key, sent.attributes());
        for (Line line : sent.lines().sent()) {
            boolean isBuyOrder = resource == Resource.BUY_ORDERS;
            ObjectNode attributes = attributes(line.attributes());
            attributes.put("productId", ids.get(Resource.PRODUCTS + line.product()));
            attributes.put(isBuyOrder ? "buyOrderId" : "sellOrderId", order);
            long id = add(isBuyOrder ? Resource.BUY_ORDER_LINES : Resource.SELL_ORDER_LINES, attributes);
            line.ids().forEach(each -> ids.put("line" + key + "/" + each, id));
        }
    }

    long put(Resource resource, String key, Map<String, JsonNode> values) {
        ObjectNode attributes = attributes(values);
        attributes.putObject("remoteIdMap").put("9021", key);
        long id = add(resource, attributes);
        ids.put(resource + key, id);
        return id;
    }

    private ObjectNode attributes(Map<String, JsonNode> values) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("createdFromPublicApi", true);
        values.forEach((name, value) -> {
            Resource to = REFERENCES.get(name);
            if (to != null) {
                attributes.put(name, ids.get(to + value.asText()));
            } else if (name.equals("buyOrderLineId")) {
                attributes.put(name, ids.get("line" + value.asText()));
            } else {
                attributes.set(name, value);
            }
        });
        return attributes;
    }

    private long add(Resource resource, ObjectNode attributes) {
        records.add(new OptiplyRecord(++lastId, resource.path(), attributes));
        return lastId;
    }

    long id(Resource resource, String key) {
        return ids.get(resource + key);
    }

    /** @param line such as {@code 5101/88101} */
    long lineId(String line) {
        return ids.get("line" + line);
    }

    ObjectNode attributes(long id) {
        return record(id).attributes();
    }

    private OptiplyRecord record(long id) {
        return records.stream().filter(record -> record.id() == id).findFirst().orElseThrow();
    }

    void remove(long id) {
        records.remove(record(id));
    }

    /** A second one that is the same in everything. */
    long repeat(long id) {
        OptiplyRecord twin = record(id);
        records.add(new OptiplyRecord(++lastId, twin.type(), twin.attributes().deepCopy()));
        return lastId;
    }

    Account readWithoutCoupling(Shop shop) {
        return Account.of(records, null, shop);
    }

    Account read(Shop shop) {
        return Account.of(records, "9021", shop);
    }
}
