package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One sell order through everything that people do to it, in Picqer and in Optiply. */
class LifeOfASellOrderTest extends SellOrderInStep {
    @Test
    void isCreatedWithItsLinesInOneRequestThatNoListIsNeededFor() {
        long next = addOrder(product(2));
        world.user().changeOrderStatus(next, "expected");
        RunReport report = run(Flow.SELL_ORDERS);

        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(world.writes()).hasSize(1);
        assertThat(asked("/picqer/acme/api/v1/orders.*")).hasSize(1);
        assertThat(report.requests().optiply()).isLessThanOrEqualTo(2);
        requireInStep();
    }

    @Test
    void tellsOnlyThatItIsCompleted() {
        world.user().changeOrderStatus(order, "completed");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes()).singleElement().satisfies(patch -> {
            assertThat(patch.method()).isEqualTo("PATCH");
            assertThat(patch.body())
                    .matches("\\{\"data\":\\{\"type\":\"sellOrders\",\"attributes\":\\{\"completed\":\"[^\"]+\"}}}");
        });
        assertThat(asked(".*/sellOrderLines.*")).isEmpty();
        requireInStep();
    }

    @Test
    void isOpenAgainWhenPicqerReopensIt() {
        world.user().changeOrderStatus(order, "completed");
        run(Flow.CHANGED_SELL_ORDERS);
        world.user().changeOrderStatus(order, "processing");
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
    }

    @Test
    void isDeletedWhenCancelledAndReturnsWhenPicqerTakesThatBack() {
        world.user().changeOrderStatus(order, "cancelled");
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).isEmpty();
        assertThat(world.account().all("sellOrderLines")).isEmpty();
        requireInStep();
        world.user().changeOrderStatus(order, "processing");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.account().all("sellOrders")).hasSize(1);
        requireInStep();
    }

    @Test
    void isNeverSentWhenCancelledBefore() {
        long next = addOrder(product(2));
        world.user().changeOrderStatus(next, "cancelled");
        RunReport report = run(Flow.SELL_ORDERS);

        assertThat(report.counts().filtered()).containsEntry("cancelled", 1L);
        assertThat(world.writes()).isEmpty();
        requireInStep();
    }

    @Test
    void isSentOnceAConceptIsProcessed() {
        long next = addOrder(product(2));
        RunReport report = run(Flow.SELL_ORDERS);
        assertThat(report.counts().filtered()).containsEntry("concept", 1L);
        assertThat(world.writes()).isEmpty();
        world.user().changeOrderStatus(next, "processing");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes("POST")).hasSize(1);
        requireInStep();
    }

    @Test
    void leavesWithTheMainWarehouseAndReturnsAsItWas() {
        ObjectNode elsewhere = fields();
        elsewhere.putArray("warehouses").add(21);
        ObjectNode back = fields();
        back.putArray("warehouses").add(SyncSetup.MAIN_WAREHOUSE).add(21);
        world.user().changeOrder(order, elsewhere);
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).isEmpty();
        world.user().changeOrder(order, back);
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.account().all("sellOrders")).hasSize(1);
        requireInStep();
    }

    @Test
    void isFollowedWhileItIsOpenHoweverOldItIs() {
        long old = addOldOrder("processing");
        run(Flow.SELL_ORDERS);
        assertThat(world.writes("POST")).hasSize(1);
        world.user().changeOrderLine(old, line(old, 0), fields().put("amount", 11));
        run(Flow.CHANGED_SELL_ORDERS);
        requireInStep();
        world.user().changeOrderStatus(old, "completed");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(asked(".*/orders/" + old)).hasSize(1);
        requireInStep();
        world.sandbox().log().clear();
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(asked(".*/orders/" + old)).isEmpty();
    }

    @Test
    void isReadAgainAsManyDaysAsTheFileSaysAndNoLonger() {
        world.choose(customer -> customer.getSellOrders().setChangesDays("10"));
        run(Flow.CHANGED_SELL_ORDERS);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

        assertThat(asked("/picqer/acme/api/v1/orders"))
                .extracting(request -> URLDecoder.decode(request.query(), StandardCharsets.UTF_8))
                .filteredOn(query -> query.contains("sincedate"))
                .as("a day more, whatever zone Picqer thinks in")
                .containsExactly("sincedate=" + today.minusDays(11) + " 00:00:00&sinceid=0");
    }

    @Test
    void waitsNoLongerWhenPicqerHasItNoMoreAndIsDeletedOnlyIfAPersonAgrees() {
        world.user().removeOrder(order);
        long unreadable = addOrder(product(2));
        String row = world.shop().allOrders().stream()
                .filter(each -> each.path("idorder").asLong() == unreadable)
                .findFirst()
                .orElseThrow()
                .deepCopy()
                .put("created", "soon")
                .toString();
        world.user().putOrderVerbatim(row);
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).hasSize(1);
        world.user().removeOrder(unreadable);
        world.goOn(Duration.ofDays(1));
        run(Flow.CHANGED_SELL_ORDERS);
        RunReport later = run(Flow.CHANGED_SELL_ORDERS);

        assertThat(later.counts().parked()).containsExactly(Map.entry("held", 1L));
        assertThat(world.state().parked()).isEmpty();
        assertThat(world.account().all("sellOrders")).hasSize(1);
        world.engine().store().durably(tx -> tx.approvals().approve(SyncSetup.ACME, new RunId(later.run())));
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).isEmpty();
    }

    @Test
    void isNotDecidedAgainOnlyBecauseAProductBecameEligible() {
        long hidden = world.user()
                .addProduct(
                        fields().put("productcode", "OLD-1").put("name", "Old").put("price", 3))
                .path("idproduct")
                .asLong();
        world.user().inactivateProduct(hidden);
        run(Flow.PRODUCTS);
        long next = addOrder(product(2), hidden);
        world.user().changeOrderStatus(next, "processing");
        run(Flow.SELL_ORDERS);
        assertThat(world.account().all("sellOrderLines")).hasSize(3);
        assertThat(world.state().grounds())
                .as("remembered for a backfill")
                .containsExactly("sellOrders " + next + " on products " + hidden);
        world.user().activateProduct(hidden);
        run(Flow.PRODUCTS);
        world.sandbox().log().clear();
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes()).isEmpty();
    }

    @Test
    void waitsForItsProductAndComesThroughByItself() {
        long product = world.user()
                .addProduct(
                        fields().put("productcode", "NEW-1").put("name", "New").put("price", 3))
                .path("idproduct")
                .asLong();
        long next = addOrder(product(2), product);
        world.user().changeOrderStatus(next, "processing");
        RunReport waiting = run(Flow.SELL_ORDERS);
        assertThat(waiting.counts().parked()).containsEntry("waits_for_product", 1L);
        assertThat(world.writes()).isEmpty();
        run(Flow.PRODUCTS);
        run(Flow.SELL_ORDERS);

        requireInStep();
        assertThat(world.account().all("sellOrders")).hasSize(2);
    }

    /** How far the list was read, an old order that is asked for by its id says nothing of. */
    @Test
    void costsNoSecondReadingOfThoseThatCameAfterItWhileItWaited() {
        long product = world.user()
                .addProduct(
                        fields().put("productcode", "NEW-1").put("name", "New").put("price", 3))
                .path("idproduct")
                .asLong();
        world.user().changeOrderStatus(addOrder(product), "processing");
        long newest = addOrder(product(2));
        world.user().changeOrderStatus(newest, "processing");
        run(Flow.SELL_ORDERS);
        run(Flow.PRODUCTS);
        run(Flow.SELL_ORDERS);
        world.sandbox().log().clear();
        run(Flow.SELL_ORDERS);

        assertThat(asked("/picqer/acme/api/v1/orders")).singleElement().satisfies(list -> assertThat(list.query())
                .isEqualTo("sinceid=" + newest));
    }

    @Test
    void isLeftToAPersonWhenSomebodyDeletedItInOptiply() {
        world.account().deleteByUser("sellOrders", record().id());
        world.user().changeOrderStatus(order, "completed");
        RunReport report = run(Flow.CHANGED_SELL_ORDERS);
        assertThat(report.counts().parked()).containsEntry("deleted_in_optiply", 1L);
        run(Flow.CHANGED_SELL_ORDERS);
        run(Flow.SELL_ORDERS);

        assertThat(world.account().all("sellOrders")).isEmpty();
        assertThat(world.writes("POST")).isEmpty();
        history.deletedInOptiply(Resource.SELL_ORDERS, Long.toString(order));
        assertThat(world.differences(history)).isEmpty();
    }

    @Test
    void isGoneFromPicqerAndStaysInOptiply() {
        world.user().removeOrder(order);
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes()).isEmpty();
        assertThat(world.account().all("sellOrders")).hasSize(1);
    }
}
