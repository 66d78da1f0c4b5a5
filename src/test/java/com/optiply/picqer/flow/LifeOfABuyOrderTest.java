package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One purchase order through everything that befalls purchase orders. */
class LifeOfABuyOrderTest extends PurchaseOrderInStep {
    @Test
    void isCreatedWithItsLinesInOneRequest() {
        assertThat(purchases.writtenTo())
                .filteredOn(what -> what.contains("buyOrder"))
                .containsExactly("POST buyOrders");
        assertThat(held().attributes().path("totalValue").asText()).isEqualTo("55.00");
        assertThat(purchases.held("buyOrderLines")).hasSize(2);
    }

    @Test
    void tellsTheLineAndTheTotalWhenAnAmountChanged() {
        purchases.change(order, 0, fields().put("amount", 20));
        purchases.inStep();

        assertThat(purchases.written())
                .containsExactly(
                        "PATCH buyOrders/" + held().id()
                                + " {\"data\":{\"type\":\"buyOrders\",\"attributes\":{\"totalValue\":100.00}}}",
                        "PATCH buyOrderLines/" + lines().get(0).id()
                                + " {\"data\":{\"type\":\"buyOrderLines\",\"attributes\":"
                                + "{\"quantity\":20,\"subtotalValue\":90.00}}}");
    }

    @Test
    void tellsOnlyTheValueWhenAPriceChanged() {
        purchases.change(order, 1, fields().put("price", 2.125));
        purchases.inStep();

        assertThat(purchases.written()).hasSize(2).last().asString().contains("{\"subtotalValue\":10.63}");
    }

    @Test
    void tellsADayForTheOrderAndOneForALineAndTakesThemBack() {
        world.user().changePurchaseOrder(order, fields().put("delivery_date", "2026-01-15"));
        purchases.change(order, 0, fields().put("delivery_date", "2026-01-20"));
        purchases.inStep();
        assertThat(purchases.writtenTo())
                .containsExactlyInAnyOrder("PATCH buyOrders", "PATCH buyOrderLines", "PATCH buyOrderLines");
        world.user().changePurchaseOrder(order, fields().putNull("delivery_date"));
        purchases.change(order, 0, fields().putNull("delivery_date"));
        purchases.inStep();

        assertThat(purchases.writtenTo())
                .containsExactlyInAnyOrder("PATCH buyOrders", "PATCH buyOrderLines", "PATCH buyOrderLines");
    }

    @Test
    void getsOneMoreLineInOneRequest() {
        world.user().addPurchaseOrderLine(order, purchases.line(2, 3, 7));
        purchases.inStep();

        assertThat(purchases.writtenTo()).containsExactly("PATCH buyOrders", "POST buyOrderLines");
        assertThat(lines()).hasSize(3);
    }

    @Test
    void losesALineWithItsDeliveries() {
        world.user().receiveGoods(order, purchases.product(1), 2, 2);
        purchases.inStep();
        assertThat(purchases.held("receiptLines")).hasSize(1);
        world.user().removePurchaseOrderLine(order, purchases.lineOf(order, 1));
        purchases.run();

        assertThat(lines()).hasSize(1);
        assertThat(purchases.held("receiptLines")).isEmpty();
        world.user().changeReceiptLine(receipt(), receiptLine(), 1);
        purchases.run();
        assertThat(world.writes())
                .filteredOn(write -> write.path().contains("receiptLines"))
                .as("writes about a delivery that went with its line")
                .isEmpty();
    }

    @Test
    void isDeletedWithItsLastLine() {
        world.user().receiveGoods(order, purchases.product(1), 2, 2);
        purchases.inStep();
        world.user().removePurchaseOrderLine(order, purchases.lineOf(order, 1));
        world.user().removePurchaseOrderLine(order, purchases.lineOf(order, 0));
        purchases.inStep();

        assertThat(purchases.held("buyOrders")).isEmpty();
        assertThat(purchases.held("receiptLines")).isEmpty();
    }

    @Test
    void sendsLinesOfOneProductOneByOne() {
        long twice = purchases.order(purchases.line(0, 1, 1), purchases.line(0, 2, 1), purchases.line(3, 3, 1));
        purchases.inStep();

        assertThat(purchases.writtenTo()).containsExactly("POST buyOrders", "POST buyOrderLines", "POST buyOrderLines");
        purchases.change(twice, 1, fields().put("amount", 7));
        world.user().addPurchaseOrderLine(twice, purchases.line(3, 4, 1));
        purchases.inStep();
        assertThat(purchases.writtenTo())
                .containsExactlyInAnyOrder("PATCH buyOrders", "PATCH buyOrderLines", "POST buyOrderLines");
    }

    @Test
    void isMadeAnewWithLinesAndDeliveriesWhenItsSupplierChanged() {
        long before = held().id();
        world.user().receiveGoods(order, purchases.product(0), 4, 2);
        purchases.inStep();
        world.user().changePurchaseOrderSupplier(order, fields().put("idsupplier", purchases.otherSupplier()));
        purchases.inStep();

        assertThat(held().id()).isNotEqualTo(before);
        assertThat(lines()).hasSize(2);
        assertThat(purchases.held("receiptLines")).hasSize(1);
        assertThat(purchases.writtenTo()).containsExactly("DELETE buyOrders", "POST buyOrders", "POST receiptLines");
    }

    @Test
    void isCompletedWhenItIsClosedAndOpenAgainWhenItIsReopened() {
        world.user().closePurchaseOrder(order);
        purchases.inStep();
        assertThat(held().attributes().path("completed").isNull()).isFalse();
        world.user().reopenPurchaseOrder(order);
        purchases.inStep();

        assertThat(purchases.written())
                .containsExactly("PATCH buyOrders/" + held().id()
                        + " {\"data\":{\"type\":\"buyOrders\",\"attributes\":{\"completed\":null}}}");
    }

    @Test
    void isCompletedWhenItIsCancelled() {
        world.user().cancelPurchaseOrder(order);
        purchases.inStep();

        assertThat(held().attributes().path("completed").isNull()).isFalse();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void isCompletedWhenAllOfItCameInAndNotBefore() {
        world.user().receiveGoods(order, purchases.product(0), 10, 2);
        purchases.inStep();
        assertThat(held().attributes().path("completed").isNull()).isTrue();
        world.user().receiveGoods(order, purchases.product(1), 6, 2);
        purchases.inStep();

        assertThat(held().attributes().path("completed").isNull()).isFalse();
        assertThat(purchases.held("receiptLines")).hasSize(2);
    }

    @Test
    void keepsTheLineOfAProductThatWasSentAndIsHidden() {
        world.user().inactivateProduct(purchases.product(0));
        purchases.change(order, 0, fields().put("amount", 11));
        purchases.inStep();

        assertThat(lines()).hasSize(2);
    }

    @Test
    void isLeftToAPersonWhenSomebodyDeletedItInOptiply() {
        world.account().deleteByUser("buyOrders", held().id());
        purchases.change(order, 0, fields().put("amount", 11));
        History history = History.none().deletedInOptiply(Resource.BUY_ORDERS, Long.toString(order));
        assertThat(reason(purchases.run(), "deleted_in_optiply")).isEqualTo(1);
        purchases.pushOutOfTheWindow();
        world.goOn(Duration.ofDays(1));
        List<RunReport> later = purchases.run();

        assertThat(reason(later, "deleted_in_optiply")).isEqualTo(1);
        assertThat(world.writes())
                .filteredOn(write -> write.path().contains("buyOrder"))
                .isEmpty();
        assertThat(purchases.held("buyOrders")).hasSize(1);
        assertThat(world.differences(history)).isEmpty();
    }

    @Test
    void takesThePriceOfTheProductWhereALineHasNone() {
        ObjectNode row = world.shop().allPurchaseOrders().stream()
                .filter(each -> each.path("idpurchaseorder").asLong() == order)
                .findFirst()
                .orElseThrow()
                .deepCopy();
        row.put("idpurchaseorder", 7777).put("purchaseorderid", "2025-7777");
        ((ObjectNode) row.path("products").path(0))
                .put("idpurchaseorder_product", 77771)
                .putNull("price");
        ((ObjectNode) row.path("products").path(1))
                .put("idpurchaseorder_product", 77772)
                .put("price", 0);
        world.user().putPurchaseOrderVerbatim(row.toString());

        purchases.inStep();
    }

    private OptiplyRecord held() {
        return purchases.held("buyOrders", order);
    }

    private List<OptiplyRecord> lines() {
        long id = held().id();
        return purchases.held("buyOrderLines").stream()
                .filter(line -> line.attributes().path("buyOrderId").asLong() == id)
                .toList();
    }

    private long receipt() {
        return world.shop().allReceipts().get(0).path("idreceipt").asLong();
    }

    private long receiptLine() {
        return world.shop()
                .allReceipts()
                .get(0)
                .path("products")
                .path(0)
                .path("idreceipt_product")
                .asLong();
    }
}
