package com.optiply.picqer.customer;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The attributes that some Optiply environments accept beyond the public set, each sent only where the customer lists
 * it. Source: mapping.md, its tables of what is sent, and "Customer settings that steer the rules".
 */
public enum ExtraAttribute {
    SUPPLIER_COUNTRY("suppliers", "country"),
    PRODUCT_PURCHASE_QUANTITY("products", "purchaseInQuantitiesOf"),
    PRODUCT_MINIMUM_PURCHASE_QUANTITY("products", "minimumPurchaseQuantity"),
    SUPPLIER_PRODUCT_UNLIMITED_STOCK("supplierProducts", "unlimitedStock"),
    SUPPLIER_PRODUCT_ASSEMBLED("supplierProducts", "assembled"),
    SELL_ORDER_STATUS("sellOrders", "status"),
    SELL_ORDER_LINE_PLACED("sellOrderLines", "placed");

    private final String resource;
    private final String attribute;

    ExtraAttribute(String resource, String attribute) {
        this.resource = resource;
        this.attribute = attribute;
    }

    /** The resource of Optiply's API, such as {@code suppliers}. */
    public String resource() {
        return resource;
    }

    /** The attribute's name in that resource, such as {@code country}. */
    public String attribute() {
        return attribute;
    }

    /** As customer files name it: {@code suppliers.country}. */
    public String code() {
        return resource + "." + attribute;
    }

    /** The names of those of a resource that an environment refuses which accepts these only. */
    public static Set<String> refused(String resource, Collection<ExtraAttribute> accepted) {
        return Arrays.stream(values())
                .filter(extra -> extra.resource.equals(resource) && !accepted.contains(extra))
                .map(ExtraAttribute::attribute)
                .collect(toUnmodifiableSet());
    }

    public static Optional<ExtraAttribute> of(String code) {
        return Arrays.stream(values())
                .filter(extra -> extra.code().equals(code))
                .findFirst();
    }
}
