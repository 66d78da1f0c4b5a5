package com.optiply.picqer.sandbox.world;

import static com.optiply.picqer.sandbox.world.ProductText.quoted;
import static com.optiply.picqer.sandbox.world.ProductText.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every odd product that the facts about Picqer's API allow for, and some that only a broken account would have. */
final class AwkwardCases {
    static final long FIRST_PRODUCT = 70_001;

    private final List<AwkwardCase> cases = new ArrayList<>();

    private AwkwardCases() {}

    static List<AwkwardCase> all() {
        AwkwardCases cases = new AwkwardCases();
        cases.addTypes();
        cases.addNames();
        cases.addPrices();
        cases.addStocks();
        cases.addCodes();
        cases.addPurchasing();
        cases.addLooseFields();
        cases.addStatuses();
        cases.addIds();
        return List.copyOf(cases.cases);
    }

    private void add(String name, String about, UnaryOperator<ProductText> twist) {
        long idproduct = FIRST_PRODUCT + cases.size();
        ProductText text = twist.apply(ProductText.ordinary(idproduct, "CASE-" + name));
        boolean usable = Long.toString(idproduct).equals(text.fields().get("idproduct"));
        cases.add(new AwkwardCase(name, about, usable ? idproduct : 0, text.json()));
    }

    private void add(String name, String about, String field, String literal) {
        add(name, about, product -> product.with(field, literal));
    }

    private void addTypes() {
        add("type-normal", "An ordinary product; nothing is odd.", "type", "\"normal\"");
        add("type-unlimited", "Has unlimited stock.", p -> type(p, "unlimited_stock", true, false));
        add(
                "type-virtual",
                "A virtual composition: its stock is what its parts allow.",
                p -> type(p, "virtual_composition", false, true));
        add(
                "type-with-stock",
                "A composition that is produced and lies on the shelf itself.",
                p -> type(p, "composition_with_stock", false, true));
        add(
                "type-nested",
                "A composition of which one part is a virtual composition.",
                p -> type(p, "composition_with_stock", false, true));
        add(
                "type-without-parts",
                "A composition that has no parts.",
                p -> type(p, "composition_with_stock", false, true));
        add("flag-unlimited-against-type", "Type normal, yet unlimitedstock is true.", "unlimitedstock", "true");
        add("flag-assembled-against-type", "Type normal, yet assembled is true.", "assembled", "true");
        add(
                "type-unlimited-against-flag",
                "Type unlimited_stock, yet the flag says false.",
                "type",
                "\"unlimited_stock\"");
        add(
                "type-composed-against-flag",
                "Type virtual_composition, yet assembled is false.",
                "type",
                "\"virtual_composition\"");
        add("type-absent", "An old row without a type; the flags say normal.", p -> p.without("type"));
        add("type-absent-unlimited", "Without a type; only the flag says unlimited.", p -> p.without("type")
                .with("unlimitedstock", "true"));
        add("type-absent-assembled", "Without a type; only the flag says assembled.", p -> p.without("type")
                .with("assembled", "true"));
        add("type-null", "The type is null.", "type", "null");
        add("type-unknown", "A type that Picqer does not have today.", "type", "\"subscription\"");
        add("flags-absent", "An old row without both flags.", p -> p.without("unlimitedstock")
                .without("assembled"));
        add("flag-as-text", "assembled is the text \"true\".", "assembled", "\"true\"");
    }

    private static ProductText type(ProductText product, String type, boolean unlimited, boolean assembled) {
        return product.with("type", quoted(type))
                .with("unlimitedstock", Boolean.toString(unlimited))
                .with("assembled", Boolean.toString(assembled));
    }

    private void addNames() {
        add("name-null", "The name is null.", "name", "null");
        add("name-absent", "There is no name at all.", p -> p.without("name"));
        add("name-empty", "The name is empty, which Picqer allows.", "name", "\"\"");
        add("name-blank", "The name is three blanks.", "name", "\"   \"");
        add("name-300", "The name has 300 characters, Optiply takes 255.", "name", quoted("n".repeat(300)));
        add("name-255", "The name has 255 characters, just allowed.", "name", quoted("m".repeat(255)));
        add("name-crlf", "The name has a carriage return and line feeds.", "name", quoted("Garden\r\nhose\n20 m"));
        add("name-emoji", "The name has an emoji, outside the basic plane.", "name", quoted("Party \uD83C\uDF89 box"));
        add(
                "name-emoji-at-255",
                "A cut after 255 UTF-16 units would split the emoji.",
                "name",
                quoted("e".repeat(254) + "\uD83C\uDF89" + " tail"));
        add("name-markup", "The name has markup and quotes.", "name", "\"<b>Hose</b> & \\\"reel\\\" \\\\ \\u0027\"");
        add("name-number", "The name is a number.", "name", "4711");
    }

    private void addPrices() {
        add("price-null", "The price is null.", "price", "null");
        add("price-absent", "There is no price.", p -> p.without("price"));
        add("price-zero", "The price is 0, which is a price.", "price", "0");
        add("price-integer", "The price is a whole number without decimals.", "price", "54");
        add("price-3-decimals", "The price has three decimals; HALF_UP makes 12.35 of it.", "price", "12.345");
        add("price-3-decimals-binary", "As a double 1.005 would round down; it must become 1.01.", "price", "1.005");
        add("price-many-decimals", "A price that passed through floating point.", "price", "19.989999999999998");
        add("price-exponent", "The price is written with an exponent.", "price", "1.5e2");
        add("price-too-large", "The price is larger than Optiply takes.", "price", "10000000000.00");
        add("price-negative", "The price is below zero.", "price", "-4.5");
        add("price-as-text", "The price is a number written as text.", "price", "\"24.95\"");
        add("price-words", "The price is words.", "price", "\"on request\"");
        add("cost-null", "The cost price is null.", "fixedstockprice", "null");
        add("cost-zero", "The cost price is 0.", "fixedstockprice", "0");
        add("cost-4-decimals", "The cost price has four decimals.", "fixedstockprice", "3.3333");
    }

    private void addStocks() {
        add("stock-absent", "There is no stock array: the stock is unknown, not 0.", p -> p.without("stock"));
        add("stock-null", "The stock array is null.", "stock", "null");
        add("stock-empty", "The stock array is empty: 0 everywhere.", "stock", "[]");
        add("stock-object", "The stock is an object instead of an array.", "stock", "{}");
        add("stock-negative", "More is promised than lies on the shelf.", "stock", "[" + stock(18, 3, 10) + "]");
        add("stock-elsewhere-only", "Stock in the second warehouse only.", "stock", "[" + stock(21, 12, 0) + "]");
        add("stock-inactive-warehouse", "Stock in a warehouse that is inactive.", "stock", "[" + stock(30, 6, 0) + "]");
        add("stock-unknown-warehouse", "Stock in a warehouse nobody knows.", "stock", "[" + stock(999, 6, 0) + "]");
        add(
                "stock-twice",
                "Two rows for the same warehouse.",
                "stock",
                "[" + stock(18, 2, 0) + "," + stock(18, 5, 0) + "]");
        add(
                "stock-fractional",
                "Two and a half pieces.",
                "stock",
                "[{\"idwarehouse\":18,\"stock\":2.5,\"freestock\":2.5}]");
        add(
                "stock-as-text",
                "freestock is a number written as text.",
                "stock",
                "[{\"idwarehouse\":18,\"stock\":7,\"freestock\":\"7\"}]");
        add(
                "stock-words",
                "freestock is words.",
                "stock",
                "[{\"idwarehouse\":18,\"stock\":7,\"freestock\":\"seven\"}]");
        add(
                "stock-freestock-null",
                "freestock is null.",
                "stock",
                "[{\"idwarehouse\":18,\"stock\":7,\"freestock\":null}]");
        add("stock-freestock-absent", "The row has no freestock.", "stock", "[{\"idwarehouse\":18,\"stock\":7}]");
        add(
                "stock-huge",
                "More pieces than 32 bits hold.",
                "stock",
                "[{\"idwarehouse\":18,\"stock\":3000000000,\"freestock\":3000000000}]");
    }

    private void addCodes() {
        add("barcode-empty", "The barcode is empty.", "barcode", "\"\"");
        add("barcode-null", "The barcode is null.", "barcode", "null");
        add("barcode-absent", "There is no barcode.", p -> p.without("barcode"));
        add("barcode-number", "The barcode is a number.", "barcode", "8710001234560");
        add("barcode-300", "The barcode has 300 characters.", "barcode", quoted("8".repeat(300)));
        add("code-empty", "The product code is empty.", "productcode", "\"\"");
        add("code-null", "The product code is null.", "productcode", "null");
        add("code-twice", "Its product code belongs to type-normal, too.", "productcode", "\"CASE-type-normal\"");
        add("code-leading-zeros", "A code of digits whose zeros count.", "productcode", "\"000042\"");
        add("supplier-code-empty", "The supplier's code is empty.", "productcode_supplier", "\"\"");
        add("supplier-code-null", "The supplier's code is null.", "productcode_supplier", "null");
    }

    private void addPurchasing() {
        add("moq-0", "The minimum order quantity is 0: not set.", "minimum_purchase_quantity", "0");
        add("moq-null", "The minimum order quantity is null.", "minimum_purchase_quantity", "null");
        add("moq-negative", "The minimum order quantity is below zero.", "minimum_purchase_quantity", "-1");
        add("lot-0", "The lot size is 0: not set.", "purchase_in_quantities_of", "0");
        add("lot-as-text", "The lot size is a number written as text.", "purchase_in_quantities_of", "\"6\"");
        add("delivery-as-text", "The delivery time is text, as one client saw it.", "deliverytime", "\"7\"");
        add("supplier-none", "It has no supplier.", "idsupplier", "null");
        add(
                "supplier-inactive",
                "Its supplier is inactive.",
                "idsupplier",
                Long.toString(AwkwardWorld.INACTIVE_SUPPLIER));
        add("supplier-unknown", "Its supplier does not exist.", "idsupplier", "999999");
    }

    private void addLooseFields() {
        add("tags-array", "Tags are an empty array, PHP's other empty object.", "tags", "[]");
        add(
                "tags-object",
                "Tags are an object keyed by title.",
                "tags",
                "{\"Sale\":{\"idtag\":3,\"title\":\"Sale\",\"color\":\"#ff0000\"}}");
        add("tags-null", "Tags are null.", "tags", "null");
        add("productfields-object", "Product fields are an object.", "productfields", "{}");
        add("productfields-null", "Product fields are null.", "productfields", "null");
        add(
                "pick-amount-text",
                "The pick amount per day is a number written as text.",
                "analysis_pick_amount_per_day",
                "\"2.75\"");
        add("pick-amount-empty", "The pick amount per day is empty text.", "analysis_pick_amount_per_day", "\"\"");
        add("pick-amount-null", "The pick amount per day is null.", "analysis_pick_amount_per_day", "null");
        add("field-new", "A field that no document names.", "sustainability_score", "{\"grade\":[1,2]}");
        add("dates-absent", "Neither created nor updated, as in webhooks.", p -> p.without("created")
                .without("updated"));
        add("fulfilment", "Belongs to fulfilment customer 501.", "idfulfilment_customer", "501");
    }

    private void addStatuses() {
        add("inactive", "Inactive: in the other list only.", "active", "false");
        add("inactive-in-stock", "Inactive while some still lie on the shelf.", p -> p.with("active", "false")
                .with("stock", "[" + stock(18, 9, 0) + "]"));
        add("inactive-composition", "An inactive composition.", p -> type(p, "virtual_composition", false, true)
                .with("active", "false"));
        add("active-absent", "The active list shows it, yet it does not say active.", p -> p.without("active"));
        add("active-null", "The active list shows it, active is null.", "active", "null");
    }

    private void addIds() {
        add("id-absent", "The row has no idproduct.", p -> p.without("idproduct"));
        add("id-null", "idproduct is null.", "idproduct", "null");
        add("id-words", "idproduct is words.", "idproduct", "\"none\"");
    }
}
