package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One delivery through everything that befalls receipts and the orders behind them. */
class LifeOfADeliveryTest extends PurchaseOrderInStep {
    @Test
    void isDeletedWhenItIsRevertedAndLeftToAPersonWhenSomebodyElseDeletedIt() {
        JsonNode first = world.user().receiveGoods(order, purchases.product(0), 4, 2);
        JsonNode second = world.user().receiveGoods(order, purchases.product(1), 3, 2);
        purchases.inStep();
        world.user().revertReceiptLine(id(first), line(first));
        purchases.inStep();
        assertThat(quantities()).containsExactly(3);
        world.account()
                .deleteByUser(
                        "receiptLines",
                        purchases.held("receiptLines", line(second)).id());
        world.account()
                .deleteByUser(
                        "buyOrderLines", purchases.held("buyOrderLines").get(0).id());
        purchases.change(order, 0, fields().put("amount", 11));
        world.user().changeReceiptLine(id(second), line(second), 2);
        List<RunReport> reports = purchases.run();

        assertThat(reason(reports, "deleted_in_optiply")).isEqualTo(2);
        assertThat(quantities()).isEmpty();
    }

    @Test
    void ofAnotherAmountIsPatchedAndBearsTheIdOfItsLine() {
        JsonNode receipt = world.user().receiveGoods(order, purchases.product(0), 4, 2);
        purchases.inStep();
        OptiplyRecord before = purchases.held("receiptLines", line(receipt));
        world.user().changeReceiptLine(id(receipt), line(receipt), 3);
        world.sandbox().log().clear();
        purchases.inStep();

        OptiplyRecord after = purchases.held("receiptLines", line(receipt));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.attributes().path("quantity").asLong()).isEqualTo(3);
        assertThat(after.attributes().path("remoteIdMap").path("9021").asText())
                .isEqualTo(Long.toString(line(receipt)));
    }

    @Test
    void waitsForItsOrderAndGoesByItself() {
        long later = purchases.order(purchases.line(2, 3, 7));
        world.user().receiveGoods(later, purchases.product(2), 3, 2);
        assertThat(reason(world.run(Flow.ITEM_DELIVERIES), "waits_for_order")).isEqualTo(1);
        purchases.pushReceiptsOutOfTheWindow();
        purchases.inStep();

        assertThat(quantities()).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void ofAReceiptThatCouldNotBeReadIsNotParkedForEver() {
        ObjectNode receipt = world.user().receiveGoods(order, purchases.product(0), 4, 2);
        world.user()
                .putReceiptVerbatim(
                        receipt.deepCopy().put("created", "yesterday").toString());
        assertThat(reason(purchases.run(), "unreadable")).isEqualTo(1);
        purchases.pushReceiptsOutOfTheWindow();
        world.user().putReceiptVerbatim(receipt.toString());
        world.goOn(Duration.ofDays(1));
        purchases.inStep();

        assertThat(quantities()).containsExactlyInAnyOrder(1, 4);
        assertThat(world.state().parked()).isEmpty();
    }

    @Test
    void waitsNoLongerWhenPicqerHasNeitherItNorItsOrderAnyMore() {
        long later = purchases.order(purchases.line(2, 3, 7));
        ObjectNode row = purchases.copy(later);
        long unreadable = purchases.order(purchases.line(3, 3, 7));
        world.user()
                .putPurchaseOrderVerbatim(
                        purchases.copy(unreadable).put("updated", "soon").toString());
        JsonNode receipt = world.user().receiveGoods(later, purchases.product(2), 3, 2);
        world.run(Flow.ITEM_DELIVERIES, Flow.BUY_ORDERS);
        assertThat(row).isNotNull();
        assertThat(world.state().parked())
                .containsExactlyInAnyOrder(Long.toString(unreadable), Long.toString(line(receipt)));
        world.user().removePurchaseOrder(unreadable);
        world.user().removeReceipt(id(receipt));
        world.goOn(Duration.ofDays(1));
        world.run(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES);
        assertThat(world.state().parked()).as("after one answer").hasSize(2);
        world.run(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES);

        assertThat(world.state().parked()).isEmpty();
        assertThat(purchases.held("buyOrders")).as("what is there stays").hasSize(2);
    }

    @Test
    void ofAnOldReceiptGoesToAnotherLineWhenTheLinesOfItsOrderChange() {
        long twice = purchases.order(purchases.line(2, 5, 1), purchases.line(2, 5, 1));
        world.user().receiveGoods(twice, purchases.product(2), 5, 1);
        world.user().receiveGoods(twice, purchases.product(2), 3, 1);
        purchases.inStep();
        purchases.pushReceiptsOutOfTheWindow();
        purchases.change(twice, 0, fields().put("amount", 8));
        purchases.inStep();

        assertThat(purchases.held("receiptLines").stream()
                        .filter(each -> lineOf(each) == lineInOptiply(twice, 0))
                        .count())
                .isEqualTo(2);
    }

    /** Receipts count in the order in which they were made, not in that in which they are completed. */
    @Test
    void ofAnOldReceiptGoesToAnotherLineWhenAnEarlierReceiptIsFilled() {
        long twice = purchases.order(purchases.line(2, 5, 1), purchases.line(2, 5, 1));
        ObjectNode first =
                world.user().receiveGoods(twice, purchases.product(2), 5, 1).deepCopy();
        ObjectNode open = first.deepCopy().put("status", "processing").putNull("completed_at");
        ((ObjectNode) open.path("products").path(0)).put("amount", 0);
        world.user().putReceiptVerbatim(open.toString());
        JsonNode second = world.user().receiveGoods(twice, purchases.product(2), 4, 1);
        purchases.inStep();
        assertThat(lineOf(purchases.held("receiptLines", line(second)))).isEqualTo(lineInOptiply(twice, 0));
        purchases.pushReceiptsOutOfTheWindow();
        world.user()
                .putReceiptVerbatim(first.put("updated", "2031-01-01 13:00:00").toString());
        purchases.run();
        world.sandbox().log().clear();
        purchases.run();
        assertThat(world.sandbox().log().requests(request -> request.path().endsWith("/receipts/" + id(second))))
                .as("read by the run that asked for it")
                .isEmpty();
        purchases.inStep();

        assertThat(lineOf(purchases.held("receiptLines", line(first)))).isEqualTo(lineInOptiply(twice, 0));
        assertThat(lineOf(purchases.held("receiptLines", line(second)))).isEqualTo(lineInOptiply(twice, 1));
    }

    @Test
    void ofAnOldReceiptGoesToAnotherLineWhenAnEarlierReceiptIsReverted() {
        long twice = purchases.order(purchases.line(2, 5, 1), purchases.line(2, 5, 1));
        ObjectNode first =
                world.user().receiveGoods(twice, purchases.product(2), 5, 1).deepCopy();
        JsonNode second = world.user().receiveGoods(twice, purchases.product(2), 5, 1);
        purchases.inStep();
        purchases.pushReceiptsOutOfTheWindow();
        ((ObjectNode) first.path("products").path(0)).put("reverted_at", "2031-01-01 13:00:00");
        world.user()
                .putReceiptVerbatim(first.put("updated", "2031-01-01 13:00:00").toString());
        purchases.inStep();

        assertThat(lineOf(purchases.held("receiptLines", line(second)))).isEqualTo(lineInOptiply(twice, 0));
    }

    /** Where a product stands on one line there is nothing to find out. */
    @Test
    void ofAnOldReceiptIsNotAskedForAgainWhereItsProductHasOneLine() {
        long once = purchases.order(purchases.line(2, 9, 1));
        ObjectNode first =
                world.user().receiveGoods(once, purchases.product(2), 5, 1).deepCopy();
        JsonNode second = world.user().receiveGoods(once, purchases.product(2), 4, 1);
        purchases.inStep();
        purchases.pushReceiptsOutOfTheWindow();
        ((ObjectNode) first.path("products").path(0)).put("amount", 2);
        world.user()
                .putReceiptVerbatim(first.put("updated", "2031-01-01 13:00:00").toString());
        purchases.run();

        assertThat(world.sandbox().log().requests(request -> request.path().endsWith("/receipts/" + id(second))))
                .isEmpty();
    }

    @Test
    void isReadOfNoOtherMainWarehouseOnceOrdersWereSynchronised() {
        world.user().addWarehouse(21, "Almere", 2, true, true);
        world.choose(customer -> customer.getWarehouses().setMain("21"));

        assertThat(world.tryRun(Flow.ITEM_DELIVERIES)).singleElement().satisfies(result -> assertThat(result.thrown())
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContaining("belong to that one"));
    }

    private List<Integer> quantities() {
        return purchases.held("receiptLines").stream()
                .map(each -> each.attributes().path("quantity").asInt())
                .toList();
    }

    private static long lineOf(OptiplyRecord delivery) {
        return delivery.attributes().path("buyOrderLineId").asLong();
    }

    private long lineInOptiply(long purchaseOrder, int number) {
        String line = Long.toString(purchases.lineOf(purchaseOrder, number));
        return world.state().links().get(line).optiplyId();
    }

    private static long id(JsonNode receipt) {
        return receipt.path("idreceipt").asLong();
    }

    private static long line(JsonNode receipt) {
        return receipt.path("products").path(0).path("idreceipt_product").asLong();
    }
}
