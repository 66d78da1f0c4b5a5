package com.optiply.picqer.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop written down in a few lines: ordinary documents, and in each what a test is about. */
final class SampleShop {
    static final Settings SETTINGS = Settings.of(18, LocalDate.of(2025, 1, 1), "9021");

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<JsonNode> products = new ArrayList<>();
    private final Map<Long, List<JsonNode>> parts = new TreeMap<>();
    private final List<JsonNode> suppliers = new ArrayList<>();
    private final List<JsonNode> inactiveSuppliers = new ArrayList<>();
    private final List<JsonNode> purchaseOrders = new ArrayList<>();
    private final List<JsonNode> receipts = new ArrayList<>();
    private final List<JsonNode> orders = new ArrayList<>();

    /** @param twist fields that are not as in an ordinary product */
    SampleShop product(long id, String twist) {
        products.add(document(
                """
                idproduct: %d, idsupplier: 9401, productcode: 'SKU-%d', name: 'Product %d', price: 10,
                fixedstockprice: 4, productcode_supplier: '', barcode: '', type: 'normal', unlimitedstock: false,
                assembled: false, active: true, minimum_purchase_quantity: null, purchase_in_quantities_of: null,
                stock: [{idwarehouse: 18, freestock: 7}]
                """
                        .formatted(id, id, id),
                twist));
        return this;
    }

    SampleShop products(long... ids) {
        for (long id : ids) {
            product(id, "");
        }
        return this;
    }

    SampleShop part(long composed, long part, String amount) {
        parts.computeIfAbsent(composed, each -> new ArrayList<>())
                .add(document("idproduct_part: 31, idproduct: %d, amount: %s".formatted(part, amount), ""));
        return this;
    }

    SampleShop supplier(long id, String twist) {
        suppliers.add(document("idsupplier: %d, name: 'Supplier %d', country: 'NL'".formatted(id, id), twist));
        return this;
    }

    SampleShop inactiveSupplier(long id) {
        inactiveSuppliers.add(document("idsupplier: %d, name: 'Supplier %d'".formatted(id, id), ""));
        return this;
    }

    /** @param lines such as {@code "88101: 2 x 70001"}: id, amount and product, then what else there is to say */
    SampleShop purchaseOrder(long id, String twist, String... lines) {
        ObjectNode order = document(
                """
                idpurchaseorder: %d, idsupplier: 9401, supplier_name: null, idwarehouse: 18, status: 'purchased',
                delivery_date: null, created: '2025-10-08 10:01:11', updated: '2025-10-09 09:00:00'
                """
                        .formatted(id),
                twist);
        purchaseOrders.add(withLines(order, "idpurchaseorder_product", lines));
        return this;
    }

    SampleShop order(long id, String twist, String... lines) {
        ObjectNode order = document(
                """
                idorder: %d, status: 'processing', warehouses: [18], created: '2025-10-08 10:01:11',
                updated: '2025-10-09 09:00:00'
                """
                        .formatted(id),
                twist);
        orders.add(withLines(order, "idorder_product", lines));
        return this;
    }

    /** A receipt of purchase order 5101; a line may say otherwise. */
    SampleShop receipt(long id, String twist, String... lines) {
        ObjectNode receipt = document(
                """
                idreceipt: %d, idwarehouse: 18, version: 2, purchaseorder: {idpurchaseorder: 5101},
                completed_at: '2025-10-10 12:00:00', created: '2025-10-10 11:00:00', updated: '2025-10-10 12:00:00'
                """
                        .formatted(id),
                twist);
        receipts.add(withLines(receipt, "idreceipt_product", lines));
        return this;
    }

    private static JsonNode withLines(ObjectNode order, String id, String... lines) {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split("(: | x |, )", 4);
            rows.add(document(
                    "%s: %s, amount: %s, idproduct: %s".formatted(id, words[0], words[1], words[2]),
                    words.length > 3 ? words[3] : ""));
        }
        order.putArray("products").addAll(rows);
        return order;
    }

    private static ObjectNode document(String fields, String twist) {
        ObjectNode document = (ObjectNode) json("{" + fields + "}");
        document.setAll((ObjectNode) json("{" + twist + "}"));
        return document;
    }

    private static JsonNode json(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    Shop build() {
        return new Shop(products, parts, suppliers, inactiveSuppliers, purchaseOrders, receipts, orders);
    }

    Oracle oracle() {
        return oracle(SETTINGS, History.none());
    }

    Oracle oracle(Settings settings, History history) {
        return Oracle.of(build(), settings, history);
    }

    Verdict verdict(Resource resource, String key) {
        return oracle().verdicts(resource).get(key);
    }
}
