package com.optiply.picqer.sandbox.world;

/** The shops to choose from. */
public final class Worlds {
    private Worlds() {}

    /** A warehouse, and nothing else. */
    public static World empty() {
        return (shop, seed) -> shop.user().addWarehouse(PlainWorld.MAIN_WAREHOUSE, "Hoofdmagazijn", 1, true, true);
    }

    /** So many products, with nothing odd about them. */
    public static World plain(int products) {
        return new PlainWorld(products);
    }

    /** How many suppliers the plain shop of so many products has. */
    public static int plainSuppliers(int products) {
        return PlainWorld.suppliers(products);
    }

    /** Every odd product there is; {@link AwkwardWorld#cases()} tells which is which. */
    public static World awkward() {
        return new AwkwardWorld();
    }

    /** Every odd record of every list; {@link WholeWorld#cases()} tells which is which. */
    public static World whole() {
        return new WholeWorld();
    }

    /** A year of a shop with so many products, orders and deliveries, with nothing odd about them. */
    public static World year(ShopSize size) {
        return new YearWorld(size);
    }
}
