package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody deleted the database of a shop whose every kind of record is in Optiply. */
class LostStateTest {
    private static final long FIRST_PRODUCT = 100_001;
    private static final Flow[] FLOWS = {
        Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES, Flow.SELL_ORDERS
    };

    @Test
    void noRecordOfAnyKindIsMadeTwiceThoughNoneBearsARemoteId() {
        try (SyncWorld world = SyncSetup.of(Worlds.whole()).withoutCoupling().start()) {
            world.runAll();
            world.loseState();
            world.sandbox().log().clear();

            world.runAll();

            assertThat(carriedOut(world))
                    .as("only what Optiply fills in by itself is put right")
                    .allMatch(write -> write.startsWith("PATCH /optiply/v1/supplierProducts/"));
            world.sandbox().log().clear();
            world.runAll();
            assertThat(carriedOut(world)).isEmpty();
        }
    }

    @Test
    void ordersOfTheSameMomentAreToldApartByTheirLines() {
        try (SyncWorld world =
                SyncSetup.plain(6).withoutCoupling().withoutSyncedDate().start()) {
            for (int product : new int[] {3, 0, 1, 0, 2}) {
                sell(world, product);
            }
            Purchases purchases = new Purchases(world);
            for (int product : new int[] {2, 0, 0, 1}) {
                world.user().changePurchaseOrder(purchases.order(purchases.line(product, 5, 2.50)), atTheSameMoment());
            }
            world.run(FLOWS);
            world.loseState();
            world.sandbox().log().clear();

            world.run(FLOWS);

            assertThat(carriedOut(world)).isEmpty();
            assertThat(world.differences()).isEmpty();
        }
    }

    @Test
    void anOrderThatChangedMeanwhileIsFoundBesideEqualOnes() {
        try (SyncWorld world =
                SyncSetup.plain(6).withoutCoupling().withoutSyncedDate().start()) {
            sell(world, 0);
            sell(world, 0);
            long third = sell(world, 1);
            world.run(FLOWS);
            world.loseState();
            world.sandbox().log().clear();
            world.user()
                    .addOrderLine(
                            third, fields().put("idproduct", FIRST_PRODUCT + 4).put("amount", 2));

            world.run(FLOWS);

            assertThat(carriedOut(world)).singleElement().asString().startsWith("POST /optiply/v1/sellOrderLines");
            assertThat(world.differences()).isEmpty();
        }
    }

    @Test
    void aLineThatPicqerRemovedMeanwhileLeavesOptiplyToo() {
        try (SyncWorld world = SyncSetup.plain(6).withoutSyncedDate().start()) {
            Purchases purchases = new Purchases(world);
            long order = purchases.order(purchases.line(0, 5, 2.50), purchases.line(1, 3, 4.00));
            world.run(FLOWS);
            world.loseState();
            world.sandbox().log().clear();
            world.user().removePurchaseOrderLine(order, purchases.lineOf(order, 1));

            world.run(FLOWS);

            assertThat(carriedOut(world))
                    .anyMatch(write -> write.startsWith("DELETE /optiply/v1/buyOrderLines/"))
                    .noneMatch(write -> write.startsWith("POST"));
            assertThat(world.differences()).isEmpty();
        }
    }

    private static long sell(SyncWorld world, int product) {
        ObjectNode order = fields();
        order.putArray("products")
                .addObject()
                .put("idproduct", FIRST_PRODUCT + product)
                .put("amount", 1);
        long id = world.user().addOrder(order).path("idorder").asLong();
        world.user().changeOrderStatus(id, "processing");
        world.user().changeOrder(id, atTheSameMoment());
        return id;
    }

    private static ObjectNode atTheSameMoment() {
        return fields().put("created", "2026-03-02 10:00:00");
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Writes that Optiply did not refuse. */
    private static List<String> carriedOut(SyncWorld world) {
        return world.writes().stream()
                .filter(request -> request.applied() < 400)
                .map(LostStateTest::text)
                .toList();
    }

    private static String text(LoggedRequest request) {
        return request.method() + " " + request.path() + " " + request.body();
    }
}
