package com.optiply.picqer.sandbox.world;

/**
 * How much a shop did in a year.
 *
 * @param products all active, spread evenly over the suppliers
 * @param linesPerPurchaseOrder at most 99
 * @param receipts spread evenly over the purchase orders that were received; without enough of them, some orders are
 *     still on their way
 */
public record ShopSize(
        int products, int suppliers, int orders, int purchaseOrders, int linesPerPurchaseOrder, int receipts) {
    public static final ShopSize MID_SIZE = new ShopSize(10_000, 300, 50_000, 5_000, 8, 8_000);

    private static final int LINES_MAX = 99;

    public ShopSize {
        if (products < 1 || suppliers < 1) {
            throw new IllegalArgumentException("A shop that did something has a product and a supplier.");
        }
        if (orders < 0 || purchaseOrders < 0 || receipts < 0) {
            throw new IllegalArgumentException("Nothing happens fewer than 0 times.");
        }
        if (linesPerPurchaseOrder < 1 || linesPerPurchaseOrder > LINES_MAX) {
            throw new IllegalArgumentException("A purchase order has 1 to " + LINES_MAX + " lines.");
        }
    }

    public ShopSize withProducts(int products) {
        return new ShopSize(products, suppliers, orders, purchaseOrders, linesPerPurchaseOrder, receipts);
    }

    public ShopSize withSuppliers(int suppliers) {
        return new ShopSize(products, suppliers, orders, purchaseOrders, linesPerPurchaseOrder, receipts);
    }

    public ShopSize withOrders(int orders) {
        return new ShopSize(products, suppliers, orders, purchaseOrders, linesPerPurchaseOrder, receipts);
    }

    public ShopSize withPurchaseOrders(int purchaseOrders, int lines) {
        return new ShopSize(products, suppliers, orders, purchaseOrders, lines, receipts);
    }

    public ShopSize withReceipts(int receipts) {
        return new ShopSize(products, suppliers, orders, purchaseOrders, linesPerPurchaseOrder, receipts);
    }
}
