package com.optiply.picqer.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YearWorldTest {
    private static final long SEED = 7;
    private static final ShopSize SMALL = new ShopSize(60, 7, 400, 50, 8, 80);

    private final PicqerShop shop = ShopOfWorld.of(Worlds.year(SMALL), SEED);

    @Test
    void makesTheSameShopFromTheSameSeedAndAnotherFromAnother() {
        assertThat(ShopOfWorld.of(Worlds.year(SMALL), SEED).state()).isEqualTo(shop.state());
        assertThat(ShopOfWorld.of(Worlds.year(SMALL), SEED + 1).state()).isNotEqualTo(shop.state());
    }

    @Test
    void isAsLargeAsItIsAskedToBe() {
        assertThat(shop.activeProducts()).isEqualTo(60);
        assertThat(shop.allSuppliers()).hasSize(7);
        assertThat(shop.allOrders()).hasSize(400);
        assertThat(shop.allPurchaseOrders()).hasSize(50).allSatisfy(order -> assertThat(order.path("products"))
                .hasSize(8));
        assertThat(shop.allReceipts()).hasSize(80);
        assertThat(ShopSize.MID_SIZE
                        .withProducts(60)
                        .withSuppliers(7)
                        .withOrders(400)
                        .withPurchaseOrders(50, 8)
                        .withReceipts(80))
                .isEqualTo(SMALL);
    }

    @Test
    void receivesExactlyWhatItsOrdersSayHasCome() {
        Map<String, Integer> received = new HashMap<>();
        for (ObjectNode receipt : shop.allReceipts()) {
            assertThat(receipt.path("amount_received").asInt()).isPositive();
            receipt.path("products").forEach(line -> count(received, line, line.path("idpurchaseorder"), "amount"));
        }
        Map<String, Integer> ordered = new HashMap<>();
        for (ObjectNode order : shop.allPurchaseOrders()) {
            order.path("products")
                    .forEach(line -> count(ordered, line, order.path("idpurchaseorder"), "amountreceived"));
        }
        ordered.values().removeIf(amount -> amount == 0);

        assertThat(received).isNotEmpty().isEqualTo(ordered);
    }

    private static void count(Map<String, Integer> amounts, JsonNode line, JsonNode order, String field) {
        String key = order + " " + line.path("idproduct");
        amounts.merge(key, line.path(field).asInt(), Integer::sum);
    }

    @Test
    void buysFromTheSupplierOfTheProduct() {
        Map<Long, Long> suppliers = new HashMap<>();
        shop.allProducts()
                .forEach(product -> suppliers.put(
                        product.path("idproduct").asLong(),
                        product.path("idsupplier").asLong()));

        assertThat(shop.allPurchaseOrders().get(3).path("products")).allSatisfy(line -> assertThat(
                        suppliers.get(line.path("idproduct").asLong()))
                .isEqualTo(shop.allPurchaseOrders().get(3).path("idsupplier").asLong()));
    }

    @Test
    void endsBeforeASandboxBeginsWithTheLastOrdersStillOpen() {
        List<ObjectNode> orders = shop.allOrders();

        assertThat(orders).allSatisfy(order -> assertThat(order.path("updated").asText())
                .isLessThan(ShopOfWorld.NOW)
                .isGreaterThanOrEqualTo(order.path("created").asText()));
        assertThat(orders.get(0).path("created").asText()).startsWith("2024-10-08");
        assertThat(orders.subList(396, 400))
                .extracting(order -> order.path("status").asText())
                .isSubsetOf("processing", "expected", "paused", "concept");
        assertThat(shop.allPurchaseOrders().get(49).path("status").asText()).isEqualTo("purchased");
    }

    /** The shortcuts of a compact row must agree with what it writes. */
    @Test
    void answersFiltersAsItsOwnTextWould() {
        ObjectNode document = shop.allReceipts().get(2);
        List<String> fields = List.of("status", "completed_at", "purchaseorder.idpurchaseorder", "absent");
        CompactRow row = CompactRow.of(1, document, fields);

        for (String field : List.of("status", "completed_at", "purchaseorder.idpurchaseorder", "absent", "version")) {
            assertThat(row.text(field)).isEqualTo(Row.text(document, field));
        }
        assertThat(row.document()).isEqualTo(document);
    }

    @Test
    void findsWhatAnArrayHoldsAsItsOwnTextWould() {
        ObjectNode order = shop.allOrders().get(2);

        for (List<String> kept : List.of(List.of("warehouses", "status"), List.of("status"))) {
            CompactRow row = CompactRow.of(1, order, kept);
            assertThat(row.lists("warehouses", "18")).isTrue();
            assertThat(row.lists("warehouses", "21")).isFalse();
            assertThat(row.lists("status", "completed")).isFalse();
            assertThat(row.text("warehouses")).isNull();
        }
    }

    @Test
    void changesAGeneratedRecordLikeAnyOther() {
        shop.user().reopenPurchaseOrder(YearWorld.FIRST_PURCHASE_ORDER);
        shop.user().changeOrderStatus(YearWorld.FIRST_ORDER, "cancelled");
        shop.user().removeOrder(YearWorld.FIRST_ORDER + 1);

        assertThat(shop.allPurchaseOrders().get(0).path("status").asText()).isEqualTo("purchased");
        assertThat(shop.allOrders().get(0).path("status").asText()).isEqualTo("cancelled");
        assertThat(shop.allOrders()).hasSize(399);
    }

    @Test
    void refusesAShopThatCannotBe() {
        assertThatThrownBy(() -> ShopSize.MID_SIZE.withProducts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShopSize.MID_SIZE.withOrders(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShopSize.MID_SIZE.withPurchaseOrders(1, 100))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
