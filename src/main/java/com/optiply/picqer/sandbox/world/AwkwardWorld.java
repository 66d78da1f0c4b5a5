package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import java.util.List;
import java.util.Optional;

/**
 * A small shop with one product of every odd kind among plain ones, in four warehouses. The lists end where paging goes
 * wrong: 260 active products (a last page of 60), exactly 100 inactive ones (then an empty page), 101 active suppliers
 * (a last page of one).
 */
public final class AwkwardWorld implements World {
    public static final int ACTIVE_PRODUCTS = 260;
    public static final int INACTIVE_PRODUCTS = 100;
    public static final int ACTIVE_SUPPLIERS = 101;

    static final long SUPPLIER = 9_401;
    static final long INACTIVE_SUPPLIER = SUPPLIER + ACTIVE_SUPPLIERS;

    private static final List<AwkwardCase> CASES = AwkwardCases.all();
    private static final long FIRST_PLAIN_PRODUCT = 80_001;

    /** What is odd in this shop, in the order of the products' ids. */
    public static List<AwkwardCase> cases() {
        return CASES;
    }

    public static Optional<AwkwardCase> named(String name) {
        return CASES.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    @Override
    public void fill(PicqerShop shop, long seed) {
        addWarehouses(shop.user());
        addSuppliers(shop.user());
        CASES.stream().filter(each -> each.idproduct() != 0).forEach(each -> put(shop, each));
        addPlainProducts(shop, seed);
        // Rows without a usable id take the next free place, so they come when no other place is taken any more.
        CASES.stream().filter(each -> each.idproduct() == 0).forEach(each -> put(shop, each));
        addParts(shop.user());
    }

    private static void put(PicqerShop shop, AwkwardCase each) {
        shop.user().putProductVerbatim(each.json());
    }

    private static void addWarehouses(ShopUser user) {
        user.addWarehouse(PlainWorld.MAIN_WAREHOUSE, "Hoofdmagazijn", 1, true, true);
        user.addWarehouse(PlainWorld.SECOND_WAREHOUSE, "Almere", 2, true, true);
        user.addWarehouse(24, "Retouren", 3, false, true);
        user.addWarehouse(30, "Oude loods", 4, false, false);
    }

    private static void addSuppliers(ShopUser user) {
        for (int i = 1; i <= ACTIVE_SUPPLIERS; i++) {
            user.addSupplier(supplier("Supplier " + i));
        }
        user.addSupplier(supplier("Opgeheven BV"));
        user.deactivateSupplier(INACTIVE_SUPPLIER);
    }

    private static ObjectNode supplier(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("country", "NL");
    }

    /** Fills both lists up to their sizes. */
    private static void addPlainProducts(PicqerShop shop, long seed) {
        long inactiveCases = CASES.stream()
                .filter(each -> each.json().contains("\"active\":false"))
                .count();
        int active = ACTIVE_PRODUCTS - (int) (CASES.size() - inactiveCases);
        int inactive = INACTIVE_PRODUCTS - (int) inactiveCases;
        for (int i = 0; i < active + inactive; i++) {
            long idproduct = FIRST_PLAIN_PRODUCT + i;
            shop.putProduct(new PlainProduct(idproduct, seed, SUPPLIER + i % ACTIVE_SUPPLIERS));
            if (i >= active) {
                shop.user().inactivateProduct(idproduct);
            }
        }
    }

    private static void addParts(ShopUser user) {
        user.addPart(id("type-virtual"), id("type-normal"), 2);
        user.addPart(id("type-virtual"), FIRST_PLAIN_PRODUCT, 1);
        user.addPart(id("type-with-stock"), FIRST_PLAIN_PRODUCT + 1, 4);
        user.addPart(id("type-with-stock"), id("inactive"), 1);
        user.addPart(id("type-nested"), id("type-virtual"), 3);
        user.addPart(id("inactive-composition"), FIRST_PLAIN_PRODUCT + 2, 1);
    }

    private static long id(String name) {
        return named(name).orElseThrow().idproduct();
    }
}
