package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.Afterwards;
import com.optiply.picqer.oracle.Verdict.KeptOut;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import com.optiply.picqer.oracle.Verdict.Sent;
import com.optiply.picqer.oracle.Verdict.Unsettled;
import com.optiply.picqer.oracle.Verdict.Waits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** mapping.md, "Supplier products": the one supplier that a product has in Picqer. */
final class SupplierProducts {
    private final Links links;
    private final Settings settings;

    SupplierProducts(Links links, Settings settings) {
        this.links = links;
        this.settings = settings;
    }

    Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        links.products().verdicts().forEach((idproduct, ofProduct) -> {
            Optional<JsonNode> row = links.productRow(idproduct);
            String supplier = row.map(each -> each.path("idsupplier").asText()).orElse("null");
            verdicts.put(
                    idproduct + "_" + supplier,
                    row.map(each -> verdict(idproduct, each, ofProduct)).orElse(new Waits(Reason.UNREADABLE)));
        });
        return verdicts;
    }

    private Verdict verdict(String idproduct, JsonNode row, Verdict ofProduct) {
        if (ofProduct instanceof KeptOut out) {
            return new KeptOut(out.reason(), Afterwards.STAYS);
        }
        if (ofProduct instanceof Waits waits && waits.reason() == Reason.UNREADABLE) {
            return waits;
        }
        if (Fields.isAbsent(row.path("idsupplier"))) {
            return new KeptOut(Reason.NO_SUPPLIER, Afterwards.STAYS);
        }
        if (!isReadable(row)) {
            return new Unsettled("may numbers of purchasing be written as text?");
        }
        if (!links.isLinked(Resource.PRODUCTS, idproduct)) {
            return new Waits(Reason.WAITS_FOR_PRODUCT);
        }
        String idsupplier = row.path("idsupplier").asText();
        return links.isLinked(Resource.SUPPLIERS, idsupplier)
                ? sent(idproduct, idsupplier, row)
                : new Waits(Reason.WAITS_FOR_SUPPLIER);
    }

    private static boolean isReadable(JsonNode row) {
        return Fields.isId(row.path("idsupplier"))
                && Fields.isMoney(row.path("fixedstockprice"))
                && Fields.isText(row.path("productcode_supplier"))
                && Fields.isAbsentOrId(row.path("minimum_purchase_quantity"))
                && Fields.isAbsentOrId(row.path("purchase_in_quantities_of"));
    }

    private Verdict sent(String idproduct, String idsupplier, JsonNode row) {
        BigDecimal price = Fields.money(row, "fixedstockprice");
        JsonNode own = Fields.text(row, "productcode_supplier");
        JsonNode code = own.isNull() ? Fields.text(row, "productcode") : own;
        if (Fields.isNegative(price) || code.asText().length() > Fields.TEXT_MAX) {
            return new Waits(Reason.REJECTED);
        }
        Map<String, JsonNode> attributes = new TreeMap<>(Map.of(
                "productId", Fields.JSON.textNode(idproduct),
                "supplierId", Fields.JSON.textNode(idsupplier),
                "name", Fields.JSON.textNode(Fields.name(row, "name")),
                "skuCode", code,
                "articleCode", code,
                "status", Fields.JSON.textNode("enabled"),
                "eanCode", Fields.text(row, "barcode")));
        Optional.ofNullable(Fields.price(price)).ifPresent(value -> attributes.put("price", value));
        addQuantity(row.path("minimum_purchase_quantity"), "minimumPurchaseQuantity", attributes);
        addQuantity(row.path("purchase_in_quantities_of"), "lotSize", attributes);
        if (!settings.isMultiSupplier()) {
            attributes.put("preferred", Fields.JSON.booleanNode(true));
        }
        addExtras(row, attributes);
        return new Sent(attributes, OrderLines.NONE);
    }

    /** Below 1 it is left out, so that Optiply keeps what it had. */
    private static void addQuantity(JsonNode quantity, String attribute, Map<String, JsonNode> attributes) {
        if (quantity.isIntegralNumber() && quantity.asLong() >= 1) {
            attributes.put(attribute, quantity);
        }
    }

    private void addExtras(JsonNode row, Map<String, JsonNode> attributes) {
        Map<String, Boolean> asTheProduct =
                Map.of("unlimitedStock", Products.isUnlimited(row), "assembled", Products.isComposed(row));
        List.of("unlimitedStock", "assembled").stream()
                .filter(extra -> settings.accepts(Resource.SUPPLIER_PRODUCTS, extra))
                .forEach(extra -> attributes.put(extra, Fields.JSON.booleanNode(asTheProduct.get(extra))));
    }
}
