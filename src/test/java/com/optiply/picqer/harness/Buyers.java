package com.optiply.picqer.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.PlacedOrders;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * People who place orders in Optiply's own screens and change them as long as they are not in Picqer, and what has to
 * become of these orders there. Thread-safe.
 */
final class Buyers {
    private static final String MARK = "Optiply-";
    private static final String CREATE = "/picqer/acme/api/v1/purchaseorders";

    private final SyncWorld world;
    private final PlacedOrders oracle;
    /** What each order said at one time or another, since it was placed. */
    private final Map<Long, List<String>> versions = new TreeMap<>();

    private final Map<Long, Integer> created = new HashMap<>();
    private final Set<Long> touched = new HashSet<>();

    Buyers(SyncWorld world) {
        this.world = world;
        oracle = new PlacedOrders(world.account(), world.oracleSettings());
    }

    synchronized void act(SplittableRandom random) {
        if (random.nextInt(3) > 0) {
            place(random);
        } else {
            change(random);
        }
    }

    synchronized void place(SplittableRandom random) {
        List<OptiplyRecord> suppliers = known("suppliers");
        List<OptiplyRecord> products = known("products").stream()
                .filter(product -> !product.attributes().path("assembled").asBoolean())
                .toList();
        if (suppliers.isEmpty() || products.isEmpty()) {
            return;
        }
        ObjectNode order = fields().put("placed", "2026-01-08T14:03:22Z")
                .put(
                        "supplierId",
                        suppliers.get(random.nextInt(suppliers.size())).id());
        if (random.nextBoolean()) {
            order.put("expectedDeliveryDate", "2026-0%d-20T23:30:00Z".formatted(1 + random.nextInt(8)));
        }
        BigDecimal total = BigDecimal.ZERO;
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            BigDecimal subtotal = BigDecimal.valueOf(random.nextInt(20_000), 2);
            total = total.add(subtotal);
            order.withArray("orderLines")
                    .add(fields().put(
                                    "productId",
                                    products.get(random.nextInt(products.size()))
                                            .id())
                            .put("quantity", 1 + random.nextInt(40))
                            .put("subtotalValue", subtotal.toPlainString()));
        }
        order.put("totalValue", total.toPlainString());
        note(world.account().createByUser("buyOrders", order).id());
    }

    /** Another amount, another supplier, or none of it any more; a run may be about to write it out. */
    private void change(SplittableRandom random) {
        List<Long> open = versions.keySet().stream()
                .filter(order -> isOpen(order) && inPicqer(order).isEmpty())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        long order = open.get(random.nextInt(open.size()));
        List<OptiplyRecord> lines = lines(order);
        List<OptiplyRecord> suppliers = known("suppliers");
        switch (random.nextInt(5)) {
            case 0 -> world.account().editByUser("buyOrders", order, fields().put("completed", "2026-01-21T09:00:00Z"));
            case 1 -> world.account()
                    .editByUser(
                            "buyOrders",
                            order,
                            fields().put(
                                            "supplierId",
                                            suppliers
                                                    .get(random.nextInt(suppliers.size()))
                                                    .id()));
            default -> world.account()
                    .editByUser(
                            "buyOrderLines",
                            lines.get(random.nextInt(lines.size())).id(),
                            fields().put("quantity", 1 + random.nextInt(40)));
        }
        note(order);
    }

    private void note(long order) {
        touched.add(order);
        versions.computeIfAbsent(order, placed -> new ArrayList<>()).add(oracle.wanted(order));
    }

    /** What was created in Picqer since the log began, and is not what people had placed, or was there already. */
    synchronized List<String> wronglyCreated() {
        List<String> wrong = new ArrayList<>();
        world.sandbox()
                .log()
                .requests(request ->
                        request.method().equals("POST") && request.path().equals(CREATE) && request.applied() == 201)
                .forEach(request -> {
                    JsonNode body = DoorSamples.read(request.body());
                    long order = Long.parseLong(
                            body.path("supplier_orderid").asText().substring(MARK.length()));
                    if (created.merge(order, 1, Integer::sum) > 1) {
                        wrong.add("order " + order + " was created in Picqer once more");
                    }
                    if (!versions.getOrDefault(order, List.of()).contains(PlacedOrders.canonical(body))) {
                        wrong.add("order " + order + " was created as " + PlacedOrders.canonical(body) + ", and was "
                                + versions.get(order));
                    }
                });
        return wrong;
    }

    /** What is wrong after complete runs: each open order is in Picqer once, ordered, and knows its id there. */
    synchronized List<String> differences() {
        List<String> wrong = new ArrayList<>();
        for (long order : versions.keySet()) {
            List<ObjectNode> there = inPicqer(order);
            if (there.size() > 1 || isOpen(order) && there.isEmpty()) {
                wrong.add("order " + order + " is " + there.size() + " times in Picqer");
            }
            if (there.size() == 1) {
                if (there.get(0).path("status").asText().equals("concept")) {
                    wrong.add("order " + order + " is a concept in Picqer: " + there);
                }
                String told = remoteId(world.account().byId("buyOrders", order).orElseThrow());
                if (!told.equals(there.get(0).path("idpurchaseorder").asText())) {
                    wrong.add("order " + order + " bears the id `" + told + "` in Optiply, and is " + there);
                }
            }
        }
        return wrong;
    }

    /** Which purchase orders came from Optiply. */
    synchronized History history() {
        History history = History.none();
        versions.keySet().forEach(order -> inPicqer(order)
                .forEach(there -> history.exported(there.path("idpurchaseorder").asLong(), order)));
        return history;
    }

    /**
     * Purchase orders of which Optiply may say something else: somebody changed them there while they were on their
     * way. They are told once.
     */
    synchronized Set<String> changedOnTheWay() {
        Set<String> changed = new HashSet<>();
        touched.forEach(order -> {
            if (versions.get(order).size() > 1) {
                inPicqer(order)
                        .forEach(there ->
                                changed.add(there.path("idpurchaseorder").asText()));
            }
        });
        touched.clear();

        return changed;
    }

    private boolean isOpen(long order) {
        Optional<OptiplyRecord> held = world.account().byId("buyOrders", order);
        return held.filter(record -> !record.attributes().hasNonNull("completed"))
                .isPresent();
    }

    private List<ObjectNode> inPicqer(long order) {
        return world.shop().allPurchaseOrders().stream()
                .filter(each -> each.path("remarks").asText().equals(MARK + order))
                .toList();
    }

    private List<OptiplyRecord> lines(long order) {
        return world.account().all("buyOrderLines").stream()
                .filter(line -> line.attributes().path("buyOrderId").asLong() == order)
                .toList();
    }

    /** Those that came from Picqer. */
    private List<OptiplyRecord> known(String resource) {
        return world.account().all(resource).stream()
                .filter(record -> !remoteId(record).isEmpty())
                .toList();
    }

    private static String remoteId(OptiplyRecord record) {
        return record.attributes()
                .path("remoteIdMap")
                .path(Long.toString(SyncSetup.COUPLING.id()))
                .asText();
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
