package com.optiply.picqer.sandbox.optiply;

import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.DRAFTABLE;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.EXTRA;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.HIDDEN;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.NESTABLE;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.READ_ONLY;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.REQUIRED;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.WRITE_ONLY;
import static com.optiply.picqer.sandbox.optiply.AttributeType.LINES;
import static com.optiply.picqer.sandbox.optiply.AttributeType.UUID_TEXT;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.date;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.flag;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.integer;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.money;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.name;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.number;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.ownAccount;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.resource;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.text;
import static com.optiply.picqer.sandbox.optiply.ResourceParts.withoutRemoteId;

import com.optiply.picqer.sandbox.optiply.Relationship.ToMany;
import com.optiply.picqer.sandbox.optiply.Relationship.ToOne;
import com.optiply.picqer.sandbox.optiply.ResourceType.Uniqueness;
import java.util.List;

/** What happened, and what is planned to. What an attribute may hold is written here and nowhere else. */
final class OrderResources {
    private OrderResources() {}

    static ResourceType sellOrders() {
        return resource(
                "sellOrders",
                Uniqueness.NONE,
                List.of(
                        new ToMany("sellOrderLines", "sellOrderLines", "sellOrderId", true),
                        new ToOne("account", "accounts", "accountId")),
                ownAccount(),
                date("placed", REQUIRED),
                date("completed"),
                money("totalValue", REQUIRED),
                Attribute.of("orderLines", LINES, WRITE_ONLY),
                text("status", EXTRA));
    }

    static ResourceType sellOrderLines() {
        return resource(
                "sellOrderLines",
                Uniqueness.NONE,
                List.of(
                        new ToOne("product", "products", "productId"),
                        new ToOne("sellOrder", "sellOrders", "sellOrderId")),
                ownAccount().and(HIDDEN),
                integer("quantity", REQUIRED, NESTABLE),
                money("subtotalValue", REQUIRED, NESTABLE),
                Attribute.reference("productId", "products", REQUIRED, NESTABLE),
                Attribute.reference("sellOrderId", "sellOrders", REQUIRED),
                date("placed", NESTABLE, EXTRA));
    }

    static ResourceType buyOrders() {
        return resource(
                "buyOrders",
                Uniqueness.NONE,
                List.of(
                        new ToMany("buyOrderLines", "buyOrderLines", "buyOrderId", true),
                        new ToOne("supplier", "suppliers", "supplierId"),
                        new ToOne("account", "accounts", "accountId")),
                ownAccount(),
                Attribute.reference("supplierId", "suppliers", REQUIRED),
                date("placed", REQUIRED, DRAFTABLE),
                date("expectedDeliveryDate"),
                date("completed"),
                money("totalValue", REQUIRED),
                flag("assembly", false),
                Attribute.of("orderLines", LINES, WRITE_ONLY));
    }

    static ResourceType buyOrderLines() {
        return resource(
                "buyOrderLines",
                Uniqueness.NONE,
                List.of(
                        new ToOne("product", "products", "productId"),
                        new ToOne("buyOrder", "buyOrders", "buyOrderId"),
                        new ToMany("receiptLines", "receiptLines", "buyOrderLineId", true)),
                ownAccount().and(HIDDEN),
                integer("quantity", REQUIRED, NESTABLE),
                money("subtotalValue", REQUIRED, NESTABLE),
                Attribute.reference("productId", "products", REQUIRED, NESTABLE),
                Attribute.of("productUuid", UUID_TEXT, READ_ONLY),
                Attribute.reference("buyOrderId", "buyOrders", REQUIRED),
                date("expectedDeliveryDate", NESTABLE));
    }

    static ResourceType receiptLines() {
        return resource(
                "receiptLines",
                Uniqueness.NONE,
                List.of(new ToOne("buyOrderLine", "buyOrderLines", "buyOrderLineId")),
                ownAccount().and(HIDDEN),
                date("occurred", REQUIRED),
                integer("quantity", REQUIRED),
                Attribute.reference("buyOrderLineId", "buyOrderLines", REQUIRED));
    }

    static ResourceType promotions() {
        return withoutRemoteId(
                "promotions",
                List.of(
                        new ToMany("promotionProducts", "promotionProducts", "promotionId", false),
                        new ToOne("account", "accounts", "accountId")),
                ownAccount(),
                name(),
                date("startDate", REQUIRED),
                date("endDate", REQUIRED),
                text("upliftType"),
                number("upliftIncrease"),
                flag("enabled", true),
                flag("entireShop", false),
                integer("productCount", READ_ONLY).initially(0L));
    }

    static ResourceType promotionProducts() {
        return withoutRemoteId(
                "promotionProducts",
                List.of(
                        new ToOne("promotion", "promotions", "promotionId"),
                        new ToOne("product", "products", "productId")),
                ownAccount().and(HIDDEN),
                Attribute.reference("promotionId", "promotions", REQUIRED),
                Attribute.reference("productId", "products", REQUIRED),
                text("specificUpliftType"),
                number("specificUpliftIncrease"));
    }
}
