package com.optiply.picqer.sync.lookup;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyProduct;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.PartsInOptiply;
import com.optiply.picqer.sync.link.PriceNotes;
import com.optiply.picqer.sync.run.Run;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What orders have to know of the products that they name, a page at a time. Thread-safe. */
public final class ProductFacts {
    private final Store store;
    private final References references;

    public ProductFacts(Store store, References references) {
        this.store = store;
        this.references = references;
    }

    /** Those of the products that nobody has read yet. */
    public Set<RemoteId> unread(Run run, Set<RemoteId> products) {
        Set<RemoteId> unread = new HashSet<>(products);
        unread.removeAll(references(run, products).keySet());
        return unread;
    }

    public Map<RemoteId, Reference> references(Run run, Collection<RemoteId> products) {
        return references.find(run, Kind.PRODUCTS, products);
    }

    /**
     * Sales prices ex VAT as Optiply last acknowledged them, and where Picqer's is known to be another, Picqer's: the
     * amount of a line is rounded once, and a product that is sent no more still has its price (mapping.md, "Buy
     * orders"). A null stands for one that nobody knows.
     */
    public ProductPrices prices(Run run, Collection<RemoteId> products) {
        Map<ProductId, BigDecimal> known = new HashMap<>();
        Set<ProductId> doubtful = new HashSet<>();
        store.read(tx -> tx.links().find(run.customer().name(), Kind.PRODUCTS, products))
                .forEach((id, link) -> {
                    JsonNode price = LinkStates.acknowledged(link).get(OptiplyProduct.PRICE);
                    Optional<String> found = PriceNotes.found(link, price);
                    if (found.isPresent()) {
                        found.filter(text -> !text.isEmpty())
                                .ifPresent(text -> known.put(product(id), new BigDecimal(text)));
                    } else if (price != null && price.isNumber()) {
                        known.put(product(id), price.decimalValue());
                    } else if (price != null) {
                        doubtful.add(product(id));
                    }
                });
        return new ProductPrices(known, doubtful);
    }

    /** Those of the products that are in Optiply with their composition: at least one part is (mapping.md). */
    public Set<RemoteId> composed(Run run, Collection<RemoteId> products) {
        return PartsInOptiply.of(store, run, products);
    }

    /** What is known of products, by Picqer's id instead. */
    public static <V> Map<ProductId, V> byProduct(Map<RemoteId, V> byRemoteId) {
        return byRemoteId.entrySet().stream().collect(toMap(entry -> product(entry.getKey()), Map.Entry::getValue));
    }

    public static ProductId product(RemoteId id) {
        return new ProductId(Long.parseLong(id.value()));
    }
}
