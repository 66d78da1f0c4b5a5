package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines and deliveries that are left out for another record, and what becomes of them when that record comes. */
class LifeOfALeftOutLineTest {
    private final SyncWorld world =
            SyncSetup.plain(6).impatient().withoutSyncedDate().start();
    private final Purchases purchases = new Purchases(world);
    private long keptOut;

    @BeforeEach
    void begin() {
        keptOut = purchases.product(5);
        world.user().changeProduct(keptOut, fields().put("type", "unlimited_stock"));
        purchases.order(purchases.line(0, 1, 1));
        purchases.inStep();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void comesByItselfWithItsDeliveriesWhenItsProductIsInOptiply() {
        long order = purchases.order(purchases.line(0, 10, 4.5), purchases.line(5, 4, 2));
        long alone = purchases.order(purchases.line(5, 3, 2));
        world.user().receiveGoods(order, keptOut, 2, 2);
        world.user().receiveGoods(order, keptOut, 1, 1);
        purchases.inStep();
        purchases.pushReceiptsOutOfTheWindow();
        purchases.pushOutOfTheWindow();
        world.user().changeProduct(keptOut, fields().put("type", "normal"));
        world.setStock(keptOut, 3);
        world.run(Flow.PRODUCTS);
        world.choose(customer -> customer.setWrites("off"));
        world.run(Flow.BUY_ORDERS);
        assertThat(value(order)).as("where nothing may be written").isEqualTo("45.00");
        world.choose(customer -> customer.setWrites("all"));
        purchases.inStep();

        assertThat(value(order)).isEqualTo("53.00");
        assertThat(value(alone)).isEqualTo("6.00");
        assertThat(deliveries()).isEqualTo(2);
    }

    @Test
    void ofADraftIsDeliveredOnceTheDraftIsPurchased() {
        long draft = purchases.concept(purchases.line(1, 6, 2));
        world.user().markAsPurchased(draft);
        world.user().receiveGoods(draft, purchases.product(1), 2, 2);
        world.user().receiveGoods(draft, purchases.product(1), 1, 1);
        ObjectNode back = purchases.copy(draft).put("status", "concept");
        world.user().putPurchaseOrderVerbatim(back.toString());
        List<RunReport> early = purchases.run();
        assertThat(reason(early, "concept")).isEqualTo(3);
        purchases.pushReceiptsOutOfTheWindow();
        world.user().markAsPurchased(draft);
        purchases.inStep();

        assertThat(deliveries()).isEqualTo(2);
    }

    /** Less the one that came much later. */
    private long deliveries() {
        return purchases.held("receiptLines").size() - 1;
    }

    private String value(long order) {
        OptiplyRecord held = purchases.held("buyOrders", order);
        return held.attributes().path("totalValue").asText();
    }
}
