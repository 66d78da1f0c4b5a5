package com.optiply.picqer.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import com.optiply.picqer.sandbox.world.WholeCase.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeWorldTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 7;

    private final PicqerShop shop = ShopOfWorld.of(Worlds.whole(), SEED);

    private List<ObjectNode> rows(Kind kind) {
        return switch (kind) {
            case SUPPLIER -> shop.allSuppliers();
            case PRODUCT -> shop.allProducts();
            case PURCHASE_ORDER -> shop.allPurchaseOrders();
            case RECEIPT -> shop.allReceipts();
            case ORDER -> shop.allOrders();
        };
    }

    private static String idField(Kind kind) {
        return switch (kind) {
            case SUPPLIER -> "idsupplier";
            case PRODUCT -> "idproduct";
            case PURCHASE_ORDER -> "idpurchaseorder";
            case RECEIPT -> "idreceipt";
            case ORDER -> "idorder";
        };
    }

    private Map<Long, ObjectNode> byId(Kind kind) {
        return rows(kind).stream()
                .collect(Collectors.toMap(row -> row.path(idField(kind)).asLong(), row -> row));
    }

    @Test
    void makesTheSameShopFromTheSameSeedAndAnotherFromAnother() {
        assertThat(ShopOfWorld.of(Worlds.whole(), SEED).state()).isEqualTo(shop.state());
        assertThat(ShopOfWorld.of(Worlds.whole(), SEED + 1).state()).isNotEqualTo(shop.state());
    }

    @Test
    void fillsItsListsUpToTheirSizes() {
        assertThat(rows(Kind.SUPPLIER)).hasSize(WholeWorld.SUPPLIERS);
        assertThat(rows(Kind.PRODUCT)).hasSize(WholeWorld.PRODUCTS);
        assertThat(rows(Kind.PURCHASE_ORDER)).hasSize(WholeWorld.PURCHASE_ORDERS);
        assertThat(rows(Kind.RECEIPT)).hasSizeBetween(35, 50);
        assertThat(rows(Kind.ORDER)).hasSize(WholeWorld.ORDERS);
    }

    @Test
    void namesEveryCaseOnceAndSaysWhatItIs() {
        Set<String> names = new HashSet<>();
        for (WholeCase each : WholeWorld.cases()) {
            assertThat(names.add(each.name())).as(each.name()).isTrue();
            assertThat(each.about()).as(each.name()).endsWith(".");
            assertThat(WholeWorld.named(each.name())).contains(each);
        }
        assertThat(names).hasSizeGreaterThan(150);
        assertThat(WholeWorld.named("nothing-like-it")).isEmpty();
        assertThatThrownBy(() -> WholeWorld.id("nothing-like-it")).hasMessageContaining("nothing-like-it");
    }

    @ParameterizedTest
    @EnumSource
    void showsEveryCaseInItsListAsItIsWritten(Kind kind) {
        Map<Long, ObjectNode> rows = byId(kind);

        assertThat(WholeWorld.cases()).filteredOn(each -> each.kind() == kind).allSatisfy(each -> assertThat(
                        JSON.readTree(rows.get(each.id()).toString()))
                .as(each.name())
                .isEqualTo(JSON.readTree(each.json())));
    }

    /** A watermark beyond the shop's clock would hide whatever a person does next. */
    @Test
    void holdsNothingThatIsNewerThanTheTimeAtWhichASandboxBegins() {
        for (Kind kind : List.of(Kind.PURCHASE_ORDER, Kind.RECEIPT, Kind.ORDER)) {
            assertThat(rows(kind)).allSatisfy(row -> {
                assertThat(row.path("created").asText()).isLessThan(ShopOfWorld.NOW);
                assertThat(row.path("updated").asText()).isLessThan(ShopOfWorld.NOW);
            });
        }
    }

    @Test
    void ordersOnlyProductsThatAreThereBesideTheOneThatIsGone() {
        Set<Long> products = byId(Kind.PRODUCT).keySet();

        for (Kind kind : List.of(Kind.PURCHASE_ORDER, Kind.ORDER)) {
            assertThat(rows(kind))
                    .flatExtracting(row -> row.findValues("idproduct"))
                    .allSatisfy(id -> assertThat(
                                    products.contains(id.asLong()) || id.asLong() == WholePurchases.UNKNOWN_PRODUCT)
                            .isTrue());
        }
    }

    @Test
    void receivesOnlyLinesThatWereOrdered() {
        Set<Long> lines = rows(Kind.PURCHASE_ORDER).stream()
                .flatMap(order -> order.findValues("idpurchaseorder_product").stream())
                .map(JsonNode::asLong)
                .collect(Collectors.toSet());
        long ofUnknownOrder = 101;

        assertThat(rows(Kind.RECEIPT))
                .flatExtracting(receipt -> receipt.findValues("idpurchaseorder_product"))
                .filteredOn(JsonNode::isNumber)
                .allSatisfy(id -> assertThat(lines.contains(id.asLong()) || id.asLong() == ofUnknownOrder)
                        .as(id.toString())
                        .isTrue());
    }

    @Test
    void givesEveryLineAnIdOfItsOwn() {
        for (Kind kind : List.of(Kind.PURCHASE_ORDER, Kind.RECEIPT, Kind.ORDER)) {
            String id =
                    switch (kind) {
                        case PURCHASE_ORDER -> "idpurchaseorder_product";
                        case RECEIPT -> "idreceipt_product";
                        default -> "idorder_product";
                    };
            List<Long> ids = rows(kind).stream()
                    .flatMap(row -> row.path("products").findValues(id).stream())
                    .map(JsonNode::asLong)
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
        }
    }

    @Test
    void tiesThePartsOfAnOrderToTheirComposition() {
        JsonNode lines = byId(Kind.ORDER).get(WholeWorld.id("order-nested")).path("products");

        assertThat(lines.findValuesAsText("has_parts")).containsExactly("true", "false", "true", "false", "false");
        assertThat(lines.path(3).path("partof_idorder_product"))
                .isEqualTo(lines.path(2).path("idorder_product"));
        assertThat(lines.path(2).path("partof_idorder_product"))
                .isEqualTo(lines.path(0).path("idorder_product"));
    }

    @Test
    void isAShopInWhichPeopleWork() {
        ShopUser user = shop.user();
        ObjectNode one = JSON.createObjectNode().put("amount", 1);
        long order = WholeWorld.id("order-processing");
        long receipt = WholeWorld.id("receipt-plain");

        assertThat(user.changeOrderLine(order, Draft.lineId(order, 1), one).findValuesAsText("amount"))
                .containsExactly("1");
        assertThat(user.reopenPurchaseOrder(WholeWorld.id("purchase-cancelled"))
                        .path("status")
                        .asText())
                .isEqualTo("purchased");
        assertThat(user.revertReceiptLine(receipt, Draft.lineId(receipt, 1))
                        .path("reverted_at")
                        .asText())
                .isEqualTo(ShopOfWorld.NOW);
        assertThat(byId(Kind.PURCHASE_ORDER)
                        .get(WholeWorld.id("purchase-partly-received"))
                        .findValuesAsText("amountreceived"))
                .containsExactly("2");
    }
}
