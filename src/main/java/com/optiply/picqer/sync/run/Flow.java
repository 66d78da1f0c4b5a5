package com.optiply.picqer.sync.run;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.optiply.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The flows there are, by the names that routes, commands and the state give them, in the order in which they run. */
public enum Flow {
    SUPPLIERS("suppliers", Kind.SUPPLIERS),
    SUPPLIER_NAMES("supplier-names", Kind.SUPPLIERS),
    PRODUCTS("products", Kind.PRODUCTS),
    SUPPLIER_PRODUCTS("supplier-products", Kind.SUPPLIER_PRODUCTS),
    COMPOSITIONS("compositions", Kind.PRODUCT_COMPOSITIONS),
    COMPOSITIONS_IN_FULL("compositions-in-full", Kind.PRODUCT_COMPOSITIONS),
    BUY_ORDERS("buy-orders", Kind.BUY_ORDERS, Kind.BUY_ORDER_LINES, Kind.SUPPLIERS),
    /** The other way: orders that were placed in Optiply. Their links are those of buy orders and their lines. */
    PURCHASE_ORDERS("purchase-orders", Kind.PURCHASE_ORDERS, Kind.BUY_ORDERS, Kind.BUY_ORDER_LINES),
    ITEM_DELIVERIES("item-deliveries", Kind.RECEIPT_LINES),
    SELL_ORDERS("sell-orders", Kind.SELL_ORDERS, Kind.SELL_ORDER_LINES),
    CHANGED_SELL_ORDERS("changed-sell-orders", Kind.SELL_ORDERS, Kind.SELL_ORDER_LINES),
    /** Orders before their lines, and lines before their deliveries: what a deleted order takes along is not told. */
    COMPARISON(
            "comparison",
            Kind.PRODUCTS,
            Kind.SUPPLIERS,
            Kind.SUPPLIER_PRODUCTS,
            Kind.PRODUCT_COMPOSITIONS,
            Kind.BUY_ORDERS,
            Kind.BUY_ORDER_LINES,
            Kind.RECEIPT_LINES,
            Kind.SELL_ORDERS,
            Kind.SELL_ORDER_LINES),
    /** Preferred suppliers, out of files that people drop. */
    SUPPLIER_IMPORT("supplier-import", Kind.SUPPLIER_PRODUCTS);

    private final String code;
    private final List<Kind> kinds;

    Flow(String code, Kind... kinds) {
        this.code = code;
        this.kinds = List.of(kinds);
    }

    /** Also the id of its route: {@code direct:products}. */
    public String code() {
        return code;
    }

    /** The kinds of record that it writes; the first is what it is named after. */
    public List<Kind> kinds() {
        return kinds;
    }

    /** Whether it runs for that customer at all. */
    public boolean isOnFor(CustomerSettings customer) {
        return customer.flows().isOn(code)
                && (this != PURCHASE_ORDERS || customer.export().purchaseOrders());
    }

    /** Those that run for that customer, in their order. */
    public static List<Flow> of(CustomerSettings customer) {
        return Arrays.stream(values()).filter(flow -> flow.isOnFor(customer)).toList();
    }

    /** Whether it brings records over from Picqer; the others hold Optiply against the state, or against a file. */
    public boolean readsPicqer() {
        return this != COMPARISON && this != SUPPLIER_IMPORT && this != PURCHASE_ORDERS;
    }

    /**
     * The flow after which a customer's own step on mapped records is named: the first of those that write the same
     * kind, because a step that only one of them had would be undone by the other.
     */
    public Flow ofOwnStep() {
        return Arrays.stream(values())
                .filter(flow -> flow.kinds.get(0) == kinds.get(0))
                .findFirst()
                .orElse(this);
    }

    /** Whether it goes from one kind to the next, instead of writing all its kinds throughout. */
    public boolean takesKindByKind() {
        return this == COMPARISON;
    }

    public static Optional<Flow> of(String code) {
        return Arrays.stream(values()).filter(flow -> flow.code.equals(code)).findFirst();
    }
}
