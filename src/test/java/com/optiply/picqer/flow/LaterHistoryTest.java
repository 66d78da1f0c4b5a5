package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sync.run.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer sets {@code history-from} when orders from before that day are in Optiply, and are still open. */
class LaterHistoryTest extends PurchaseOrderInStep {
    private static final String LATER = "2030-01-01";

    private long sold;

    @BeforeEach
    void sell() {
        ObjectNode fields = Purchases.fields();
        fields.putArray("products")
                .addObject()
                .put("idproduct", purchases.product(0))
                .put("amount", 2);
        sold = world.user().addOrder(fields).path("idorder").asLong();
        world.user().changeOrderStatus(sold, "processing");
        world.user().receiveGoods(order, purchases.product(0), 1, 2);
        purchases.run();
        world.run(Flow.SELL_ORDERS, Flow.CHANGED_SELL_ORDERS);
        world.choose(customer -> customer.setHistoryFrom(LATER));
    }

    @Test
    void aPurchaseOrderThatIsInOptiplyIsFollowedToItsEndWithItsDeliveries() {
        world.user().receiveGoods(order, purchases.product(0), 9, 2);
        world.user().receiveGoods(order, purchases.product(1), 5, 2);
        purchases.inStep();

        assertThat(purchases.held("buyOrders", order).attributes().hasNonNull("completed"))
                .isTrue();
        assertThat(purchases.held("receiptLines")).hasSize(3);
    }

    @Test
    void aSellOrderThatIsInOptiplyIsFollowedToItsEnd() {
        world.user().changeOrderStatus(sold, "completed");
        world.run(Flow.CHANGED_SELL_ORDERS);

        assertThat(purchases.held("sellOrders", sold).attributes().hasNonNull("completed"))
                .isTrue();
        assertThat(world.differences()).isEmpty();
    }

    /** Neither is read by itself, so the order is asked for: none of both is ours to follow. */
    @Test
    void whatIsNotInOptiplyStaysOutWithItsDeliveries() {
        long early = purchases.order(purchases.line(2, 3, 1));
        JsonNode receipt = world.user().receiveGoods(early, purchases.product(2), 3, 2);
        assertThat(reason(world.run(Flow.ITEM_DELIVERIES), "before_history")).isEqualTo(1);
        purchases.inStep();

        assertThat(world.state().links().get(Long.toString(early)).reason()).isEqualTo("before_history");
        String line = receipt.path("products").path(0).path("idreceipt_product").asText();
        assertThat(world.state().links().get(line).reason()).isEqualTo("before_history");
    }

    /** Somebody wants more of the past after all, and the order changes once more. */
    @Test
    void aDeliveryComesByItselfWhenItsOrderGetsToOptiplyAfterAll() {
        long early = purchases.order(purchases.line(2, 4, 1));
        world.user().receiveGoods(early, purchases.product(2), 3, 2);
        purchases.inStep();
        purchases.pushReceiptsOutOfTheWindow();
        world.choose(customer -> customer.setHistoryFrom("2020-01-01"));
        purchases.change(early, 0, Purchases.fields().put("price", 2));
        purchases.run();

        assertThat(world.account().byRemoteId("buyOrders", "9021", Long.toString(early)))
                .hasSize(1);
        assertThat(purchases.held("receiptLines"))
                .extracting(each -> each.attributes().path("quantity").asInt())
                .contains(3);
        assertThat(world.differences()).isEmpty();
    }
}
