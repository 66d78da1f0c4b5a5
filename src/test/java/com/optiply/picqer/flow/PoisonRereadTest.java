package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that waited are read again by their ids, and Picqer itself fails on that. */
class PoisonRereadTest {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String BY_ID = "/picqer/acme/api/v1/(orders|purchaseorders|receipts)/\\d+";

    private final SyncWorld world =
            SyncSetup.plain(6).impatient().withoutSyncedDate().start();
    private final Purchases purchases = new Purchases(world);

    @AfterEach
    void end() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 403})
    void oneOfEachFlowCostsItselfOnly(int status) {
        long purchase = purchases.order(purchases.line(0, 10, 4.5));
        purchases.inStep();
        ObjectNode receipt =
                world.user().receiveGoods(purchase, purchases.product(0), 4, 2).deepCopy();
        world.user()
                .putReceiptVerbatim(receipt.deepCopy().put("created", "soon").toString());
        ObjectNode other = purchases.copy(purchases.order(purchases.line(1, 5, 2)));
        world.user()
                .putPurchaseOrderVerbatim(
                        other.deepCopy().put("created", "soon").toString());
        ObjectNode sale = sold();
        world.user().putOrderVerbatim(sale.deepCopy().put("created", "soon").toString());
        everyFlowParks(1);
        purchases.pushReceiptsOutOfTheWindow();
        purchases.pushOutOfTheWindow();
        world.user().putReceiptVerbatim(receipt.toString());
        world.user().putPurchaseOrderVerbatim(other.toString());
        world.user().putOrderVerbatim(sale.toString());
        world.faults().add(Fault.status(status).on("GET", BY_ID));
        world.goOn(A_DAY);
        sold();
        everyFlowParks(1);

        assertThat(world.account().all("sellOrders")).as("what else there is").hasSize(1);
        everyFlowParks(0);
        assertThat(world.state().parked())
                .as("left alone for a while; the purchase order stood in the list of those on their way")
                .hasSize(2);
        world.faults().clear();
        world.goOn(A_DAY);
        everyFlowParks(0);
        assertThat(world.state().parked()).isEmpty();
        assertThat(world.account().all("sellOrders")).hasSize(2);
        assertThat(purchases.held("receiptLines")).hasSize(2);
    }

    @Test
    void anErrorOfTheMomentCostsNothing() {
        purchases.inStep();
        ObjectNode sale = sold();
        world.user().putOrderVerbatim(sale.deepCopy().put("created", "soon").toString());
        world.run(Flow.SELL_ORDERS);
        world.user().putOrderVerbatim(sale.toString());
        world.faults().add(Fault.status(500).on("GET", BY_ID).occurring(Occurrences.nth(1)));
        world.goOn(A_DAY);

        world.run(Flow.SELL_ORDERS);

        assertThat(world.state().parked()).isEmpty();
        assertThat(world.account().all("sellOrders")).hasSize(1);
    }

    @Test
    void whereItFailsOnEveryOneTheRunHasFailed() {
        purchases.inStep();
        for (int count = 0; count < 5; count++) {
            world.user().putOrderVerbatim(sold().put("created", "soon").toString());
        }
        world.run(Flow.SELL_ORDERS);
        world.faults().add(Fault.status(500).on("GET", BY_ID));
        world.goOn(A_DAY);

        assertThat(world.tryRun(Flow.SELL_ORDERS)).singleElement().satisfies(result -> {
            assertThat(result.report()).isNotNull();
            assertThat(result.report().outcome()).isEqualTo(Outcome.FAILED);
        });
    }

    @Test
    void nothingIsDeletedWhilePicqerDoesNotSayThatItIsGone() {
        purchases.inStep();
        ObjectNode sale = sold();
        world.run(Flow.SELL_ORDERS);
        world.user().removeOrder(sale.path("idorder").asLong());
        world.run(Flow.CHANGED_SELL_ORDERS);
        approve(world.run(Flow.CHANGED_SELL_ORDERS).get(0));
        world.faults().add(Fault.status(500).on("GET", BY_ID));
        world.run(Flow.SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).hasSize(1);

        world.faults().clear();
        world.run(Flow.SELL_ORDERS);
        assertThat(world.account().all("sellOrders"))
                .as("one answer is not believed")
                .hasSize(1);
        world.run(Flow.SELL_ORDERS);
        assertThat(world.account().all("sellOrders"))
                .as("what was approved before is enough")
                .isEmpty();
    }

    private void approve(RunReport held) {
        assertThat(held.counts().parked()).containsEntry("held", 1L);
        world.engine().store().durably(tx -> tx.approvals().approve(SyncSetup.ACME, new RunId(held.run())));
    }

    private void everyFlowParks(long records) {
        assertThat(world.run(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES, Flow.SELL_ORDERS))
                .allSatisfy(report ->
                        assertThat(reason(List.of(report), "unreadable")).isEqualTo(records));
    }

    private ObjectNode sold() {
        ObjectNode order = fields();
        order.putArray("products")
                .addObject()
                .put("idproduct", purchases.product(2))
                .put("amount", 1);
        long id = world.user().addOrder(order).path("idorder").asLong();
        world.user().changeOrderStatus(id, "processing");
        return world.shop().allOrders().stream()
                .filter(each -> each.path("idorder").asLong() == id)
                .findFirst()
                .orElseThrow()
                .deepCopy();
    }
}
