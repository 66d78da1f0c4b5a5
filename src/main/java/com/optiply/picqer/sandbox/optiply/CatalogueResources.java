package com.optiply.picqer.sandbox.optiply;

import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.EXTRA;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.HIDDEN;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.INDEXED;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.NOT_NULL;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.READ_ONLY;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.REQUIRED;
import static com.optiply.picqer.sandbox.optiply.AttributeType.BOOLEAN;
import static com.optiply.picqer.sandbox.optiply.AttributeType.CHOICE;
import static com.optiply.picqer.sandbox.optiply.AttributeType.TEXT;
import static com.optiply.picqer.sandbox.optiply.AttributeType.TEXTS;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.CENTS;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.NOT_NEGATIVE;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.PRICE_MAX;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.YEAR_OF_DAYS;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.date;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.flag;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.integer;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.money;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.name;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.number;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.ownAccount;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.resource;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.serverDate;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.status;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.text;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.uuid;

import com.optiply.picqer.sandbox.optiply.Relationship.ToMany;
import com.optiply.picqer.sandbox.optiply.Relationship.ToOne;
import com.optiply.picqer.sandbox.optiply.ResourceType.Uniqueness;
import java.math.BigDecimal;
import java.util.List;

/** What a customer trades in. What an attribute may hold is written here and nowhere else. */
final class CatalogueResources {
    private static final Limit[] ZERO_OR_ONE = {NOT_NEGATIVE, new Limit.AtMost(BigDecimal.ONE)};

    private CatalogueResources() {}

    static ResourceType accounts() {
        List<Attribute> attributes = List.of(
                uuid(), ownAccount().and(HIDDEN), text("name"), serverDate("createdAt"), serverDate("updatedAt"));
        return new ResourceType("accounts", false, Uniqueness.NONE, attributes, List.of());
    }

    static ResourceType products() {
        return resource(
                "products",
                Uniqueness.NONE,
                List.of(
                        new ToMany("supplierProducts", "supplierProducts", "productId", false),
                        new ToMany("sellOrderLines", "sellOrderLines", "productId", false),
                        new ToMany("buyOrderLines", "buyOrderLines", "productId", false),
                        new ToMany(
                                "productComposedFromCompositions", "productCompositions", "composedProductId", false),
                        new ToMany("productPartOfCompositions", "productCompositions", "partProductId", false),
                        new ToMany("promotionProducts", "promotionProducts", "productId", false),
                        new ToOne("account", "accounts", "accountId")),
                ownAccount(),
                name(),
                text("skuCode", INDEXED),
                text("articleCode"),
                text("eanCode"),
                money("price").limit(NOT_NEGATIVE, PRICE_MAX, CENTS),
                Attribute.of("unlimitedStock", BOOLEAN, REQUIRED),
                integer("stockLevel", REQUIRED).limit(new Limit.AtMost(BigDecimal.valueOf(9_999_999))),
                status(),
                flag("assembled", false),
                flag("notBeingBought", false),
                flag("ignored", false),
                flag("novel", true).and(READ_ONLY),
                number("minimumStock").limit(NOT_NEGATIVE),
                number("maximumStock").limit(NOT_NEGATIVE),
                number("manualServiceLevel"),
                Attribute.of("stockMeasurementUnit", TEXT).limit(new Limit.Length(0, 10)),
                text("category", READ_ONLY),
                date("resumingPurchase"),
                date("createdAtRemote"),
                integer("minimumPurchaseQuantity", EXTRA),
                integer("purchaseInQuantitiesOf", EXTRA));
    }

    static ResourceType suppliers() {
        return resource(
                "suppliers",
                Uniqueness.NONE,
                List.of(
                        new ToMany("supplierProducts", "supplierProducts", "supplierId", false),
                        new ToMany("buyOrders", "buyOrders", "supplierId", false),
                        new ToOne("account", "accounts", "accountId")),
                ownAccount(),
                name(),
                Attribute.of("emails", TEXTS).limit(new Limit.Addresses()),
                integer("deliveryTime").limit(YEAR_OF_DAYS),
                integer("userReplenishmentPeriod").limit(YEAR_OF_DAYS),
                money("minimumOrderValue").limit(NOT_NEGATIVE, CENTS),
                money("fixedCosts").limit(NOT_NEGATIVE, CENTS),
                Attribute.of("type", CHOICE, NOT_NULL)
                        .limit(new Limit.OneOf(List.of("vendor", "producer")))
                        .initially("vendor"),
                Attribute.of("globalLocationNumber", TEXT).limit(new Limit.Length(13, 13)),
                flag("reactingToLostSales", false),
                flag("backorders", false),
                flag("ignored", false),
                integer("lostSalesReaction").limit(ZERO_OR_ONE),
                integer("lostSalesMovReaction").limit(ZERO_OR_ONE),
                integer("backorderThreshold").limit(ZERO_OR_ONE),
                integer("backordersReaction").limit(ZERO_OR_ONE),
                money("maxLoadCapacity"),
                money("containerVolume"),
                text("currency", EXTRA),
                text("country", EXTRA));
    }

    static ResourceType supplierProducts() {
        return resource(
                "supplierProducts",
                new Uniqueness(List.of("supplierId", "productId"), false),
                List.of(
                        new ToOne("product", "products", "productId"),
                        new ToOne("supplier", "suppliers", "supplierId")),
                ownAccount().and(HIDDEN),
                name(),
                Attribute.reference("productId", "products", REQUIRED),
                Attribute.reference("supplierId", "suppliers", REQUIRED),
                text("skuCode", INDEXED),
                text("articleCode"),
                text("eanCode"),
                money("price").limit(NOT_NEGATIVE, PRICE_MAX, CENTS),
                integer("minimumPurchaseQuantity").limit(new Limit.AtLeast(1)).initially(1L),
                integer("lotSize").limit(new Limit.AtLeast(1)).initially(1L),
                integer("deliveryTime").limit(YEAR_OF_DAYS),
                flag("preferred", false),
                status(),
                flag("availability", true),
                date("availabilityDate"),
                integer("freeStock").limit(NOT_NEGATIVE),
                money("weight"),
                money("volume"),
                flag("notBeingBought", false).and(READ_ONLY),
                date("resumingPurchase", READ_ONLY),
                money("costPrice").and(EXTRA),
                money("discountPrice").and(EXTRA),
                money("secondaryCurrencyPrice").and(EXTRA),
                integer("economicOrderQuantity", EXTRA),
                Attribute.of("unlimitedStock", BOOLEAN, EXTRA),
                Attribute.of("assembled", BOOLEAN, EXTRA));
    }

    static ResourceType productCompositions() {
        return resource(
                "productCompositions",
                new Uniqueness(List.of("composedProductId", "partProductId"), true),
                List.of(
                        new ToOne("composedProduct", "products", "composedProductId"),
                        new ToOne("partProduct", "products", "partProductId")),
                ownAccount().and(HIDDEN),
                Attribute.reference("composedProductId", "products", REQUIRED),
                Attribute.reference("partProductId", "products", REQUIRED),
                integer("partQuantity", REQUIRED).limit(new Limit.AtLeast(1)));
    }
}
