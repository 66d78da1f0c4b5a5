package com.optiply.picqer.oracle;

import java.util.List;

/** What Optiply keeps of a Picqer account, in the order in which one needs the other. */
public enum Resource {
    PRODUCTS("products", "product"),
    SUPPLIERS("suppliers", "supplier"),
    SUPPLIER_PRODUCTS("supplierProducts", "supplier product"),
    COMPOSITIONS("productCompositions", "part"),
    BUY_ORDERS("buyOrders", "buy order"),
    BUY_ORDER_LINES("buyOrderLines", "buy order line"),
    SELL_ORDERS("sellOrders", "sell order"),
    SELL_ORDER_LINES("sellOrderLines", "sell order line"),
    RECEIPT_LINES("receiptLines", "receipt line");

    private final String path;
    private final String noun;

    Resource(String path, String noun) {
        this.path = path;
        this.noun = noun;
    }

    /** As in Optiply's addresses. */
    public String path() {
        return path;
    }

    /** As in a sentence. */
    String noun() {
        return noun;
    }

    /** The resources whose records have a source of their own; lines of orders are looked at with their order. */
    public static List<Resource> withSource() {
        return List.of(PRODUCTS, SUPPLIERS, SUPPLIER_PRODUCTS, COMPOSITIONS, BUY_ORDERS, SELL_ORDERS, RECEIPT_LINES);
    }
}
