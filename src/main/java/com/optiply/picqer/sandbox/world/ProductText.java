package com.optiply.picqer.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A product as JSON text whose fields hold any literal, right or wrong. A tree would put the literals in order; here
 * {@code 12.50} stays {@code 12.50}.
 */
record ProductText(Map<String, String> fields) {
    static ProductText ordinary(long idproduct, String productcode) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("idproduct", Long.toString(idproduct));
        fields.put("idvatgroup", "18");
        fields.put("idsupplier", Long.toString(AwkwardWorld.SUPPLIER));
        fields.put("productcode", quoted(productcode));
        fields.put("name", quoted("Product " + productcode));
        fields.put("price", "24.95");
        fields.put("fixedstockprice", "11.2");
        fields.put("productcode_supplier", quoted("S-" + idproduct));
        fields.put("deliverytime", "7");
        fields.put("description", "\"\"");
        fields.put("barcode", quoted("8710" + String.format("%09d", idproduct)));
        fields.put("type", "\"normal\"");
        fields.put("unlimitedstock", "false");
        fields.put("weight", "1850");
        fields.put("minimum_purchase_quantity", "10");
        fields.put("purchase_in_quantities_of", "5");
        fields.put("active", "true");
        fields.put("assembled", "false");
        fields.put("idfulfilment_customer", "null");
        fields.put("analysis_pick_amount_per_day", "1.37");
        fields.put("created", "\"2025-02-03 09:14:11\"");
        fields.put("updated", "\"2025-09-30 16:02:48\"");
        fields.put("productfields", "[]");
        fields.put("tags", "{}");
        fields.put("stock", "[" + stock(18, 42, 5) + "," + stock(21, 8, 0) + "]");
        return new ProductText(fields);
    }

    static String stock(long idwarehouse, int stock, int reserved) {
        return """
                {"idwarehouse":%d,"stock":%d,"reserved":%d,"reservedbackorders":%d,"reservedpicklists":0,\
                "reservedallocations":0,"freestock":%d}"""
                .formatted(idwarehouse, stock, reserved, reserved, stock - reserved);
    }

    static String quoted(String text) {
        return '"' + text.replace("\r", "\\r").replace("\n", "\\n") + '"';
    }

    ProductText with(String field, String literal) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, literal);
        return new ProductText(changed);
    }

    ProductText without(String field) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new ProductText(changed);
    }

    String json() {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
