package com.optiply.picqer.sandbox.world;

import com.optiply.picqer.sandbox.world.WholeCase.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The odd records of a shop while they are written: each kind counts its ids from where such a list begins. */
final class CaseBook {
    private static final Map<Kind, Long> FIRST_IDS = Map.of(
            Kind.SUPPLIER, 9_401L,
            Kind.PRODUCT, 70_001L,
            Kind.PURCHASE_ORDER, 5_101L,
            Kind.RECEIPT, 33_001L,
            Kind.ORDER, 801_001L);

    private final Map<String, WholeCase> cases = new LinkedHashMap<>();

    static long firstId(Kind kind) {
        return FIRST_IDS.get(kind);
    }

    /** The id that the next case of the kind takes. */
    long nextId(Kind kind) {
        return firstId(kind) + count(kind);
    }

    int count(Kind kind) {
        return (int) cases.values().stream().filter(each -> each.kind() == kind).count();
    }

    void add(Kind kind, String name, String about, String json) {
        WholeCase added = new WholeCase(kind, name, about, nextId(kind), json);
        if (cases.putIfAbsent(name, added) != null) {
            throw new IllegalStateException("There are two cases called `" + name + "`.");
        }
    }

    long id(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalStateException("There is no case `" + name + "`."))
                .id();
    }

    /** The product code of a case, which says what is odd about the product. */
    static String code(String product) {
        return "CASE-" + product;
    }

    Optional<WholeCase> named(String name) {
        return Optional.ofNullable(cases.get(name));
    }

    List<WholeCase> all() {
        return List.copyOf(cases.values());
    }
}
