package com.optiply.picqer.sandbox.world;

import static com.optiply.picqer.sandbox.world.ProductText.quoted;
import static com.optiply.picqer.sandbox.world.ProductText.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import com.optiply.picqer.sandbox.world.WholeCase.Kind;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Suppliers, products and parts that the rules for supplier products and compositions speak of. */
final class WholeCatalogue {
    private final CaseBook book;

    private WholeCatalogue(CaseBook book) {
        this.book = book;
    }

    static void addTo(CaseBook book) {
        WholeCatalogue catalogue = new WholeCatalogue(book);
        catalogue.addSuppliers();
        catalogue.addPlainProducts();
        catalogue.addSupplied();
        catalogue.addPriced();
        catalogue.addKeptOut();
        catalogue.addComposed();
    }

    private void addSuppliers() {
        supplier("supplier-plain", "An ordinary supplier; nothing is odd.", "Waterworks BV", true);
        supplier("supplier-other", "Another ordinary one, for orders that change theirs.", "Hooghout BV", true);
        supplier("supplier-name-empty", "Its name is empty.", "", true);
        supplier("supplier-name-blank", "Its name is blanks.", "   ", true);
        supplier("supplier-name-null", "Its name is null.", null, true);
        supplier("supplier-unicode", "Its name is not in the Latin alphabet only.", "Łódź & Söhne 漢字 🎉", true);
        supplier("supplier-name-300", "Its name has 300 characters, Optiply takes 255.", "s".repeat(300), true);
        supplier("supplier-name-crlf", "Its name has a line break.", "Two\r\nlines", true);
        supplier("supplier-inactive", "Inactive, and products and orders still name it.", "Opgeheven BV", false);
        supplier("supplier-twin-1", "Another supplier has the same name.", "Tweeling BV", true);
        supplier("supplier-twin-2", "Another supplier has the same name.", "Tweeling BV", true);
        supplier("supplier-twin-inactive", "Inactive, its name is that of two active ones.", "Tweeling BV", false);
        supplier("supplier-case", "Its name differs from another only in case and blanks.", " waterworks bv ", true);
    }

    private void supplier(String name, String about, @Nullable String called, boolean active) {
        book.add(
                Kind.SUPPLIER,
                name,
                about,
                supplier(book.nextId(Kind.SUPPLIER), called, active).toString());
    }

    static ObjectNode supplier(long id, @Nullable String name, boolean active) {
        ObjectNode supplier = Draft.NODES.objectNode().put("idsupplier", id).put("name", name);
        for (String field : new String[] {"contactname", "address", "address2", "zipcode", "city", "region"}) {
            supplier.putNull(field);
        }
        return supplier.put("country", "NL")
                .putNull("telephone")
                .putNull("emailaddress")
                .putNull("remarks")
                .put("language", "nl")
                .put("active", active)
                .put("full_address", "")
                .put("comment_count", 0);
    }

    private void product(String name, String about, UnaryOperator<ProductText> twist) {
        long id = book.nextId(Kind.PRODUCT);
        String json = twist.apply(ProductText.ordinary(id, CaseBook.code(name))).json();
        book.add(Kind.PRODUCT, name, about, json);
    }

    private void product(String name, String about, String field, String literal) {
        product(name, about, product -> product.with(field, literal));
    }

    private String supplierId(String name) {
        return Long.toString(book.id(name));
    }

    private void addPlainProducts() {
        product("product-plain", "An ordinary product; nothing is odd.", p -> p);
        product("product-second", "Another ordinary one, to stand beside the first.", p -> p);
        product("product-third", "A third ordinary one.", p -> p);
        product("product-unicode", "Its name is not in the Latin alphabet only.", "name", quoted("Łampa 漢字 🎉"));
    }

    private void addSupplied() {
        product("product-supplier-none", "It has no supplier.", "idsupplier", "null");
        product(
                "product-supplier-inactive",
                "Its supplier is inactive.",
                "idsupplier",
                supplierId("supplier-inactive"));
        product(
                "product-supplier-nameless",
                "Its supplier has no name.",
                "idsupplier",
                supplierId("supplier-name-empty"));
        product("product-supplier-unknown", "Its supplier does not exist.", "idsupplier", "999999");
        product("product-moq-0", "The minimum order quantity is 0: not set.", "minimum_purchase_quantity", "0");
        product("product-moq-null", "The minimum order quantity is null.", "minimum_purchase_quantity", "null");
        product("product-moq-12", "The minimum order quantity is 12.", "minimum_purchase_quantity", "12");
        product("product-lot-0", "The lot size is 0: not set.", "purchase_in_quantities_of", "0");
        product("product-lot-null", "The lot size is null.", "purchase_in_quantities_of", "null");
        product("product-lot-6", "The lot size is 6.", "purchase_in_quantities_of", "6");
        product("product-supplier-code-empty", "The supplier's code is empty.", "productcode_supplier", "\"\"");
        product("product-supplier-code-null", "The supplier's code is null.", "productcode_supplier", "null");
    }

    private void addPriced() {
        product("product-cost-null", "The cost price is null.", "fixedstockprice", "null");
        product("product-cost-0", "The cost price is 0.", "fixedstockprice", "0");
        product("product-cost-4-decimals", "The cost price has four decimals.", "fixedstockprice", "3.3333");
        product("product-price-null", "The price is null: lines without a price find none here.", "price", "null");
        product("product-price-0", "The price is 0, which is a price.", "price", "0");
        product("product-price-4-decimals", "The price is a fraction of a cent.", "price", "0.0049");
        product("product-price-too-large", "The price is larger than Optiply takes.", "price", "10000000000.00");
    }

    private void addKeptOut() {
        product("product-inactive", "Inactive: in the other list only.", "active", "false");
        product("product-unlimited", "Has unlimited stock.", p -> type(p, "unlimited_stock", true, false));
        product("product-stock-unknown", "There is no stock array: the stock is unknown.", p -> p.without("stock"));
        product(
                "product-elsewhere",
                "It lies in the second warehouse only.",
                "stock",
                "[" + stock(PlainWorld.SECOND_WAREHOUSE, 12, 0) + "]");
    }

    private void addComposed() {
        product("product-virtual", "A virtual composition of two products that are sold alone, too.", p -> virtual(p));
        product(
                "product-with-stock",
                "A composition that lies on the shelf itself; one part is inactive.",
                p -> type(p, "composition_with_stock", false, true));
        product("product-nested", "A composition of which one part is a virtual composition.", p -> virtual(p));
        product("product-part-twice", "A composition that names the same part twice.", p -> virtual(p));
        product("product-parts-none", "A composition without parts.", p -> virtual(p));
        product("product-parts-kept-out", "A composition whose parts are inactive or unlimited.", p -> virtual(p));
        product("product-parts-waiting", "A composition of which one part has no known stock.", p -> virtual(p));
        product("product-virtual-inactive", "An inactive composition.", p -> virtual(p)
                .with("active", "false"));
    }

    private static ProductText virtual(ProductText product) {
        return type(product, "virtual_composition", false, true);
    }

    private static ProductText type(ProductText product, String type, boolean unlimited, boolean assembled) {
        return product.with("type", quoted(type))
                .with("unlimitedstock", Boolean.toString(unlimited))
                .with("assembled", Boolean.toString(assembled));
    }

    /** Once all products are there. */
    static void addParts(CaseBook book, ShopUser user) {
        addPart(book, user, "product-virtual", "product-plain", 2);
        addPart(book, user, "product-virtual", "product-second", 1);
        addPart(book, user, "product-with-stock", "product-third", 4);
        addPart(book, user, "product-with-stock", "product-inactive", 1);
        addPart(book, user, "product-nested", "product-virtual", 3);
        addPart(book, user, "product-nested", "product-third", 1);
        addPart(book, user, "product-part-twice", "product-plain", 1);
        addPart(book, user, "product-part-twice", "product-plain", 2);
        addPart(book, user, "product-parts-kept-out", "product-inactive", 1);
        addPart(book, user, "product-parts-kept-out", "product-unlimited", 1);
        addPart(book, user, "product-parts-waiting", "product-plain", 1);
        addPart(book, user, "product-parts-waiting", "product-stock-unknown", 2);
        addPart(book, user, "product-virtual-inactive", "product-third", 1);
    }

    private static void addPart(CaseBook book, ShopUser user, String composed, String part, int amount) {
        user.addPart(book.id(composed), book.id(part), amount);
    }
}
