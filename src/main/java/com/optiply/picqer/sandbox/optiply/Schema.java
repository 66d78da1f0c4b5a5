package com.optiply.picqer.sandbox.optiply;

import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.EXTRA;

import com.optiply.picqer.sandbox.optiply.Relationship.ToMany;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The resources of the API, in the order of the contract. */
final class Schema {
    private static final Map<String, ResourceType> TYPES = types();

    private Schema() {}

    static List<ResourceType> all() {
        return List.copyOf(TYPES.values());
    }

    static Optional<ResourceType> find(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    static ResourceType type(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("Optiply has no resource " + name));
    }

    /** The relationship-like view from the other side: every attribute anywhere that refers to this resource. */
    static Stream<ToMany> referencesTo(ResourceType target) {
        return TYPES.values().stream().flatMap(type -> type.attributes().stream()
                .filter(attribute -> target.name().equals(attribute.target()))
                .map(attribute -> new ToMany(type.name(), type.name(), attribute.name(), false)));
    }

    static Set<String> extraAttributes() {
        Set<String> extras = new TreeSet<>();
        for (ResourceType type : TYPES.values()) {
            type.attributes().stream()
                    .filter(attribute -> attribute.is(EXTRA))
                    .forEach(attribute -> extras.add(type.name() + "." + attribute.name()));
        }
        return Collections.unmodifiableSet(extras);
    }

    private static Map<String, ResourceType> types() {
        Map<String, ResourceType> types = new LinkedHashMap<>();
        Stream.of(
                        CatalogueResources.accounts(),
                        CatalogueResources.products(),
                        CatalogueResources.suppliers(),
                        CatalogueResources.supplierProducts(),
                        OrderResources.sellOrders(),
                        OrderResources.sellOrderLines(),
                        OrderResources.buyOrders(),
                        OrderResources.buyOrderLines(),
                        OrderResources.receiptLines(),
                        CatalogueResources.productCompositions(),
                        OrderResources.promotions(),
                        OrderResources.promotionProducts())
                .forEach(type -> types.put(type.name(), type));
        return types;
    }
}
