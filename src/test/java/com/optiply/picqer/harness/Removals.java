package com.optiply.picqer.harness;

import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * People who delete records in Optiply's own screens: sell orders, which then wait for them, and pairs and parts, which
 * are created again once the comparison has missed them.
 */
final class Removals {
    private final SyncWorld world;
    private final Set<String> orders = new TreeSet<>();
    private final Set<String> missed = new HashSet<>();

    Removals(SyncWorld world) {
        this.world = world;
    }

    void act(SplittableRandom random) {
        switch (random.nextInt(3)) {
            case 0 -> one("sellOrders", random, order -> orders.add(remoteId(order)));
            case 1 -> one("supplierProducts", random, pair -> missed.add(remoteId(pair)));
            default -> one("productCompositions", random, part -> missed.add(remoteId(part)));
        }
    }

    private void one(String resource, SplittableRandom random, Consumer<OptiplyRecord> noted) {
        List<OptiplyRecord> ours = world.account().all(resource).stream()
                .filter(record -> !remoteId(record).isEmpty())
                .toList();
        if (!ours.isEmpty()) {
            OptiplyRecord record = ours.get(random.nextInt(ours.size()));
            world.account().deleteByUser(resource, record.id());
            noted.accept(record);
        }
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

    /** Pairs and parts that only the comparison misses; they are told once. */
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
