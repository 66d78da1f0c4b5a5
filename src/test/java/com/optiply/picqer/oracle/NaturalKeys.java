package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands for the remote id in an account without a coupling. Every code and name must be there once. */
record NaturalKeys(Map<String, String> productsByCode, Map<String, String> suppliersByName) {
    static NaturalKeys of(Shop shop) {
        Map<String, String> suppliers = new HashMap<>(by("name", "idsupplier", shop.suppliers()));
        suppliers.putAll(by("name", "idsupplier", shop.inactiveSuppliers()));
        return new NaturalKeys(by("productcode", "idproduct", shop.products()), suppliers);
    }

    private static Map<String, String> by(String field, String id, List<JsonNode> rows) {
        Map<String, String> ids = new HashMap<>();
        rows.forEach(row -> ids.put(row.path(field).asText(), row.path(id).asText()));
        return ids;
    }

    String of(Resource resource, JsonNode attributes) {
        return switch (resource) {
            case PRODUCTS -> known(productsByCode, attributes.path("skuCode").asText());
            case SUPPLIERS -> known(suppliersByName, attributes.path("name").asText());
            case SUPPLIER_PRODUCTS -> attributes.path("productId").asText() + "_"
                    + attributes.path("supplierId").asText();
            default -> "";
        };
    }

    private static String known(Map<String, String> ids, String natural) {
        return ids.getOrDefault(natural, "`" + natural + "`");
    }
}
