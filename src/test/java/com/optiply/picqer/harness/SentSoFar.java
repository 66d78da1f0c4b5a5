package com.optiply.picqer.harness;

import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.oracle.Account;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.Oracle;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.oracle.Settings;
import com.optiply.picqer.oracle.Shop;
import com.optiply.picqer.oracle.Verdict;
import com.optiply.picqer.sandbox.ShopOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules can have sent so far: by the oracle's word at each moment, and not by what Optiply happens to hold. A
 * record that a rule has kept out all along is a difference then, though it bears an id of ours; one that was to go at
 * some moment need not have gone, as no run may have come to its end meanwhile. Thread-safe.
 */
final class SentSoFar {
    private final SyncWorld world;
    private final Map<Resource, Set<String>> sent = new EnumMap<>(Resource.class);

    /** Begins with the shop as it is now. */
    SentSoFar(SyncWorld world) {
        this.world = world;
        note();
    }

    /** To be called whenever somebody has changed something in Picqer: a run may begin, or go on, with it so. */
    synchronized void note() {
        History sentSoFar = History.none();
        sent.forEach((resource, keys) -> keys.forEach(key -> sentSoFar.sentBefore(resource, key)));
        Oracle oracle = Oracle.of(Shop.read(world.shop(), ShopOptions.KEY), world.oracleSettings(), sentSoFar);
        for (Resource resource : Resource.withSource()) {
            oracle.verdicts(resource).forEach((key, verdict) -> {
                if (verdict instanceof Verdict.Sent) {
                    sent.computeIfAbsent(resource, each -> new TreeSet<>()).add(key);
                }
            });
        }
    }

    /** What is wrong with everything that Optiply holds. */
    List<String> differences() {
        return differences(History.none());
    }

    /** The same, told besides what no document can tell. */
    synchronized List<String> differences(History told) {
        Settings settings = world.oracleSettings();
        Shop documents = Shop.read(world.shop(), ShopOptions.KEY);
        Account held = Account.read(world.account(), settings, documents);
        return Oracle.of(documents, settings, told.trusting(held, this::couldBeSent))
                .differences(held);
    }

    private boolean couldBeSent(Resource resource, String key) {
        return sent.getOrDefault(resource, Set.of()).contains(key);
    }
}
