package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Preferred;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server fills in by itself, and what one record's change does to others. */
final class Consequences {
    private static final ResourceType BUY_ORDERS = Schema.type("buyOrders");
    private static final ResourceType SUPPLIER_PRODUCTS = Schema.type("supplierProducts");
    private static final ResourceType PROMOTIONS = Schema.type("promotions");

    private final World world;

    Consequences(World world) {
        this.world = world;
    }

    /** Fills in what depends on other records. */
    void complete(Account account, ResourceType type, @Nullable Object[] values) {
        switch (type.name()) {
            case "buyOrders" -> expectOrder(account, type, values);
            case "buyOrderLines" -> {
                expectLine(account, type, values);
                copyProductUuid(account, type, values);
            }
            default -> {
                // The other resources take nothing from elsewhere.
            }
        }
    }

    void afterWrite(Account account, ResourceType type, Row row, Change change) {
        if (type == BUY_ORDERS) {
            noteDraft(account, row);
        }
        if (type == SUPPLIER_PRODUCTS && Boolean.TRUE.equals(change.get("preferred"))) {
            takePreferenceFromOthers(account, row);
        }
        if (change.gives("promotionId")) {
            count(account, row, type);
        }
    }

    void afterDelete(Account account, ResourceType type, Row row) {
        if (type == BUY_ORDERS) {
            account.draftOrders().remove(row.id());
        }
        if (type.has("promotionId")) {
            count(account, row, type);
        }
    }

    private static void noteDraft(Account account, Row order) {
        if (order.get(BUY_ORDERS.slot("placed")) == null) {
            account.draftOrders().add(order.id());
        } else {
            account.draftOrders().remove(order.id());
        }
    }

    private static void expectOrder(Account account, ResourceType type, @Nullable Object[] values) {
        int slot = type.slot("expectedDeliveryDate");
        Object placed = values[type.slot("placed")];
        Object supplierId = Objects.requireNonNull(values[type.slot("supplierId")]);
        if (values[slot] == null && placed != null) {
            Table suppliers = account.table("suppliers");
            values[slot] = suppliers
                    .find((Long) supplierId)
                    .map(supplier -> supplier.get(suppliers.type().slot("deliveryTime")))
                    .map(days -> daysAfter(placed, days))
                    .orElse(null);
        }
    }

    private static void expectLine(Account account, ResourceType type, @Nullable Object[] values) {
        int slot = type.slot("expectedDeliveryDate");
        Object orderId = Objects.requireNonNull(values[type.slot("buyOrderId")]);
        if (values[slot] == null) {
            Optional<Row> order = account.table(BUY_ORDERS).find((Long) orderId);
            values[slot] = order.map(row -> row.get(BUY_ORDERS.slot("expectedDeliveryDate")))
                    .or(() -> order.flatMap(row -> expectedOfSupplierProduct(account, row, type, values)))
                    .orElse(null);
        }
    }

    private static Optional<Object> expectedOfSupplierProduct(
            Account account, Row order, ResourceType lines, @Nullable Object[] line) {
        Object placed = order.get(BUY_ORDERS.slot("placed"));
        Object supplierId = order.get(BUY_ORDERS.slot("supplierId"));
        Object productId = Objects.requireNonNull(line[lines.slot("productId")]);
        if (placed == null) {
            return Optional.empty();
        }
        return account.table(SUPPLIER_PRODUCTS).where("productId", productId).stream()
                .filter(row -> Objects.equals(row.get(SUPPLIER_PRODUCTS.slot("supplierId")), supplierId))
                .findFirst()
                .map(row -> row.get(SUPPLIER_PRODUCTS.slot("deliveryTime")))
                .map(days -> daysAfter(placed, days));
    }

    private static Instant daysAfter(Object placed, Object days) {
        return ((Instant) placed).plus(Duration.ofDays((Long) days));
    }

    private static void copyProductUuid(Account account, ResourceType type, @Nullable Object[] values) {
        Object productId = Objects.requireNonNull(values[type.slot("productId")]);
        Table products = account.table("products");
        values[type.slot("productUuid")] = products.find((Long) productId)
                .map(product -> product.get(products.type().slot("uuid")))
                .orElse(null);
    }

    /** Leaves {@code updatedAt} of the others alone: nobody has patched them. */
    private void takePreferenceFromOthers(Account account, Row preferred) {
        if (world.switches().preferred() == Preferred.INDEPENDENT) {
            return;
        }
        Table table = account.table(SUPPLIER_PRODUCTS);
        int slot = SUPPLIER_PRODUCTS.slot("preferred");
        Object productId = Objects.requireNonNull(preferred.get(SUPPLIER_PRODUCTS.slot("productId")));
        for (Row other : List.copyOf(table.where("productId", productId))) {
            if (other != preferred && Boolean.TRUE.equals(other.get(slot))) {
                @Nullable Object[] values = other.copyOfValues();
                values[slot] = false;
                table.update(other, values);
            }
        }
    }

    private static void count(Account account, Row promotionProduct, ResourceType type) {
        Object promotionId = Objects.requireNonNull(promotionProduct.get(type.slot("promotionId")));
        Table promotions = account.table(PROMOTIONS);
        promotions.find((Long) promotionId).ifPresent(promotion -> {
            @Nullable Object[] values = promotion.copyOfValues();
            values[PROMOTIONS.slot("productCount")] =
                    (long) account.table(type).where("promotionId", promotionId).size();
            promotions.update(promotion, values);
        });
    }
}
