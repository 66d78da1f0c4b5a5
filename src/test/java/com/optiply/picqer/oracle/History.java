package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What no document of today can tell. The oracle is told it and guesses none of it; told nothing, it takes everything
 * to be as after the first complete run over this shop.
 */
public final class History {
    private final Map<Resource, Set<String>> sent = new HashMap<>();
    private final Map<Resource, Set<String>> gone = new HashMap<>();
    private final Map<Resource, Set<String>> deleted = new HashMap<>();
    private final Map<Resource, Set<String>> held = new HashMap<>();
    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<Long, Long> exported = new HashMap<>();
    private final Set<OrderProduct> leftOutThen = new HashSet<>();
    private final Set<OrderProduct> composedThen = new HashSet<>();

    private record OrderProduct(long idorder, long idproduct) {}

    private History() {}

    public static History none() {
        return new History();
    }

    /** It was in Optiply once, whatever Picqer says of it now. */
    public History sentBefore(Resource resource, String remoteId) {
        return add(sent, resource, remoteId);
    }

    /** Whatever Optiply holds under one of our remote ids counts as sent before; a stranger is still invented. */
    public History trusting(Account account) {
        return trusting(account, (resource, key) -> true);
    }

    /** The same of what could have been sent at some moment: what was kept out all along is invented. */
    public History trusting(Account account, BiPredicate<Resource, String> couldBeSent) {
        for (Resource resource : Resource.withSource()) {
            account.all(resource).stream()
                    .filter(Held::isOurs)
                    .filter(Held::hasKey)
                    .filter(held -> couldBeSent.test(resource, held.key()))
                    .forEach(held -> sentBefore(resource, held.key()));
        }
        return this;
    }

    /** Picqer had it once and has it no longer. It may never have been sent. */
    public History gone(Resource resource, String remoteId) {
        return add(gone, resource, remoteId);
    }

    /** A person deleted it in Optiply; orders, lines and deliveries then wait for that person. */
    public History deletedInOptiply(Resource resource, String remoteId) {
        return add(deleted, resource, remoteId);
    }

    /** A guard holds the change that would make it disappear. */
    public History heldBack(Resource resource, String remoteId) {
        return add(held, resource, remoteId);
    }

    /**
     * An attribute that is not what Picqer says today: a name that waits for Sunday, a preferred pair chosen by file.
     */
    public History stillHolds(Resource resource, String remoteId, String attribute, JsonNode value) {
        values.put(key(resource, remoteId, attribute), value);
        return this;
    }

    /** The Picqer purchase order was written there for an order that Optiply made. */
    public History exported(long idpurchaseorder, long optiplyId) {
        exported.put(idpurchaseorder, optiplyId);
        return this;
    }

    /** When this sell order was last sent, the product was kept out; its line is for a backfill, never by itself. */
    public History leftOutThen(long idorder, long idproduct) {
        leftOutThen.add(new OrderProduct(idorder, idproduct));
        return this;
    }

    /** When this sell order was last sent, the product was in Optiply with its composition. */
    public History composedThen(long idorder, long idproduct) {
        composedThen.add(new OrderProduct(idorder, idproduct));
        return this;
    }

    private History add(Map<Resource, Set<String>> facts, Resource resource, String remoteId) {
        facts.computeIfAbsent(resource, each -> new HashSet<>()).add(remoteId);
        return this;
    }

    private static String key(Resource resource, String remoteId, String attribute) {
        return resource + " " + remoteId + " " + attribute;
    }

    boolean wasSent(Resource resource, String remoteId) {
        return sent.getOrDefault(resource, Set.of()).contains(remoteId);
    }

    boolean isGone(Resource resource, String remoteId) {
        return gone.getOrDefault(resource, Set.of()).contains(remoteId);
    }

    boolean wasDeleted(Resource resource, String remoteId) {
        return deleted.getOrDefault(resource, Set.of()).contains(remoteId);
    }

    boolean isHeldBack(Resource resource, String remoteId) {
        return held.getOrDefault(resource, Set.of()).contains(remoteId);
    }

    Optional<JsonNode> told(Resource resource, String remoteId, String attribute) {
        return Optional.ofNullable(values.get(key(resource, remoteId, attribute)));
    }

    Optional<Long> exportedFrom(long idpurchaseorder) {
        return Optional.ofNullable(exported.get(idpurchaseorder));
    }

    boolean wasLeftOut(long idorder, long idproduct) {
        return leftOutThen.contains(new OrderProduct(idorder, idproduct));
    }

    boolean wasComposed(long idorder, long idproduct) {
        return composedThen.contains(new OrderProduct(idorder, idproduct));
    }
}
