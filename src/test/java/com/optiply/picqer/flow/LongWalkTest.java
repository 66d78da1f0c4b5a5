package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A walk that takes longer than the window of changes reaches back. */
class LongWalkTest {
    private static final DateTimeFormatter PICQERS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Rows of a page, and a few. */
    private static final int FILLERS = 103;

    private static final int CLOSED = 12;

    @Test
    void doesNotPassByWhatChangedBehindItsBack() {
        try (SyncWorld world = SyncSetup.plain(3).start()) {
            Purchases purchases = new Purchases(world);
            List<Long> ends = List.of(purchases.order(purchases.line(0, 1, 1)), filled(world, purchases));
            world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
            world.watch(request -> {
                if (request.method().equals("POST") && request.path().endsWith("/buyOrders")) {
                    world.watch(later -> {});
                    world.goOn(Duration.ofHours(4));
                    ends.forEach(end -> change(world, purchases, end));
                }
            });
            world.run(Flow.BUY_ORDERS);
            world.run(Flow.BUY_ORDERS);

            assertThat(purchases.held("buyOrderLines"))
                    .extracting(line -> line.attributes().path("quantity").asInt())
                    .containsExactlyInAnyOrder(9, 9);
        }
    }

    /** The list of open orders is read by offset: what leaves it at its first page moves the others up. */
    @Test
    void passesByNoOrderWhereOthersAreClosedBetweenTwoPages() {
        try (SyncWorld world = SyncSetup.plain(6).withoutSyncedDate().start()) {
            Purchases purchases = new Purchases(world);
            List<Long> orders = Stream.generate(() -> purchases.order(purchases.line(0, 1, 1)))
                    .limit(FILLERS)
                    .toList();
            purchases.inStep();
            purchases.pushOutOfTheWindow();
            world.goOn(Duration.ofDays(2));
            world.sandbox().log().clear();
            world.events().onPage(() -> {
                if (pagesOfOpenOrders(world) == 1) {
                    world.events().onPage(() -> {});
                    orders.subList(0, CLOSED).forEach(world.user()::cancelPurchaseOrder);
                }
            });

            world.run(Flow.BUY_ORDERS);

            assertThat(pagesOfOpenOrders(world)).isGreaterThan(1);
            assertThat(askedForAlone(world)).as("missed on both pages").allMatch(orders.subList(0, CLOSED)::contains);
            world.run(Flow.BUY_ORDERS);
            assertThat(world.differences()).isEmpty();
            assertThat(purchases.held("buyOrders"))
                    .filteredOn(order -> order.attributes().hasNonNull("completed"))
                    .hasSize(CLOSED);
        }
    }

    private static List<Long> askedForAlone(SyncWorld world) {
        return world.sandbox().log().requests(request -> request.path().matches(".*/purchaseorders/\\d+")).stream()
                .map(request -> Long.valueOf(request.path().replaceAll(".*/", "")))
                .toList();
    }

    private static int pagesOfOpenOrders(SyncWorld world) {
        return world.sandbox()
                .log()
                .requests(request -> request.path().endsWith("/purchaseorders")
                        && request.query().contains("status="))
                .size();
    }

    /** The last of more orders than one page holds; all but it name no supplier, so that they are kept out. */
    private static long filled(SyncWorld world, Purchases purchases) {
        long last = purchases.order(purchases.line(1, 1, 1));
        ObjectNode row = purchases.copy(last);
        for (int number = 0; number < FILLERS; number++) {
            world.user()
                    .putPurchaseOrderVerbatim(row.deepCopy()
                            .put("idpurchaseorder", last + 1 + number)
                            .putNull("idsupplier")
                            .toString());
        }
        long end = last + 1 + FILLERS;
        world.user().putPurchaseOrderVerbatim(row.put("idpurchaseorder", end).toString());
        world.user().removePurchaseOrder(last);
        return end;
    }

    /** What is on the page that was read is changed half an hour after that, the rest when it is about to be read. */
    private static void change(SyncWorld world, Purchases purchases, long order) {
        boolean isRead = !world.account()
                .byRemoteId("buyOrders", "9021", Long.toString(order))
                .isEmpty();
        ObjectNode row = purchases.copy(order);
        LocalDateTime then = LocalDateTime.parse(row.path("updated").asText(), PICQERS);
        ((ObjectNode) row.path("products").path(0)).put("amount", 9);
        row.put("updated", then.plusMinutes(isRead ? 30 : 240).format(PICQERS));
        world.user().putPurchaseOrderVerbatim(row.toString());
    }
}
