package com.optiply.picqer.harness;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * People who work in Optiply's own screens: they delete sell orders, which then wait for them, and pairs and parts,
 * which are created again once the comparison has missed them; and they rename products, which it puts right.
 */
final class OptiplyUsers {
    private final SyncWorld world;
    private final Set<String> orders = new TreeSet<>();
    private final Set<String> missed = new HashSet<>();

    OptiplyUsers(SyncWorld world) {
        this.world = world;
    }

    void act(SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> remove("sellOrders", random, orders);
            case 1 -> remove("supplierProducts", random, missed);
            case 2 -> remove("productCompositions", random, missed);
            default -> rename(random);
        }
    }

    private void remove(String resource, SplittableRandom random, Set<String> noted) {
        one(resource, random, record -> true).ifPresent(record -> {
            world.account().deleteByUser(resource, record.id());
            noted.add(remoteId(record));
        });
    }

    /** One that is sent: what the rules keep out is not repaired. */
    private void rename(SplittableRandom random) {
        one("products", random, OptiplyUsers::isEnabled).ifPresent(product -> {
            world.account()
                    .editByUser("products", product.id(), instance.objectNode().put("name", "Renamed"));
            missed.add(remoteId(product));
        });
    }

    private static boolean isEnabled(OptiplyRecord product) {
        return product.attributes().path("status").asText().equals("enabled");
    }

    private Optional<OptiplyRecord> one(String resource, SplittableRandom random, Predicate<OptiplyRecord> which) {
        List<OptiplyRecord> ours = world.account().all(resource).stream()
                .filter(record -> !remoteId(record).isEmpty() && which.test(record))
                .toList();
        return ours.isEmpty() ? Optional.empty() : Optional.of(ours.get(random.nextInt(ours.size())));
    }

    /** What waits for a person; an order that Picqer had forgotten and took up again is a new one. */
    History in(History history) {
        Set<String> held = new HashSet<>();
        world.account().forEach("sellOrders", order -> held.add(remoteId(order)));
        orders.stream()
                .filter(order -> !held.contains(order))
                .forEach(order -> history.deletedInOptiply(Resource.SELL_ORDERS, order));
        return history;
    }

    /** What only the comparison misses; it is told once. */
    Set<String> missed() {
        Set<String> told = Set.copyOf(missed);
        missed.clear();
        return told;
    }

    private static String remoteId(OptiplyRecord record) {
        return record.attributes()
                .path("remoteIdMap")
                .path(Long.toString(SyncSetup.COUPLING.id()))
                .asText();
    }
}
