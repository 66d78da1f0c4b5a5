package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static com.optiply.picqer.flow.Purchases.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Picqer itself fails on a record that is asked for only because another one names it. */
class PoisonAskedTest {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final String API = "/picqer/acme/api/v1";

    private final SyncWorld world =
            SyncSetup.plain(6).impatient().withoutSyncedDate().start();
    private final Purchases purchases = new Purchases(world);
    private int made;

    @AfterEach
    void end() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 403})
    void aProductThatNobodyHasReadCostsTheOrdersThatNameItOnly(int status) {
        purchases.inStep();
        long product = newProduct();
        purchases.order(purchases.line(0, 10, 4.5));
        long waiting = purchases.order(line(product));
        sold(purchases.product(1));
        sold(product);
        world.faults().add(Fault.status(status).on("GET", API + "/products/" + product));

        assertThat(reason(world.run(Flow.BUY_ORDERS, Flow.SELL_ORDERS), "unreadable"))
                .isEqualTo(2);

        assertThat(purchases.held("buyOrders")).as("what else was bought").hasSize(1);
        assertThat(purchases.held("sellOrders")).as("what else was sold").hasSize(1);
        purchases.pushOutOfTheWindow();
        world.goOn(A_DAY);
        assertThat(reason(world.run(Flow.BUY_ORDERS, Flow.SELL_ORDERS), "unreadable"))
                .as("asked for once more, after a while")
                .isEqualTo(2);
        world.faults().clear();
        world.user().removeProduct(product);
        world.goOn(A_DAY);
        List<String> parked = List.copyOf(world.state().parked());
        world.run(Flow.BUY_ORDERS, Flow.SELL_ORDERS);
        assertThat(parked).hasSize(2).contains(Long.toString(waiting));
        assertThat(world.state().parked()).as("nothing waits for what is gone").isEmpty();
    }

    @Test
    void anErrorOfTheMomentCostsNothing() {
        purchases.inStep();
        long product = newProduct();
        purchases.order(line(product));
        world.faults()
                .add(Fault.status(500).on("GET", API + "/products/" + product).occurring(Occurrences.nth(1)));

        assertThat(reason(world.run(Flow.BUY_ORDERS), "waits_for_product")).isEqualTo(1);
    }

    @Test
    void whereItFailsOnEveryProductTheRunHasFailed() {
        purchases.inStep();
        for (int count = 0; count < 5; count++) {
            purchases.order(line(newProduct()));
        }
        world.faults().add(Fault.status(500).on("GET", API + "/products/\\d+"));

        assertThat(world.tryRun(Flow.BUY_ORDERS)).singleElement().satisfies(result -> {
            assertThat(result.report()).isNotNull();
            assertThat(result.report().outcome()).isEqualTo(Outcome.FAILED);
        });
    }

    /** Nobody has read any of them, so that nothing else is asked for between them. */
    @Test
    void manyThatItFailsOnForGoodCostTheOrdersThatNameThemOnly() {
        purchases.inStep();
        for (int count = 0; count < 7; count++) {
            long product = newProduct();
            purchases.order(line(product));
            world.faults().add(Fault.status(500).on("GET", API + "/products/" + product));
        }
        purchases.order(purchases.line(0, 10, 4.5));

        assertThat(reason(world.run(Flow.BUY_ORDERS), "unreadable")).isEqualTo(7);

        assertThat(purchases.held("buyOrders")).as("what else was bought").hasSize(1);
    }

    /** One that it fails on once is read by the products' own walk as well. */
    @Test
    void anOrderThatWaitedForOneIsTriedAsSoonAsThatIsThere() {
        purchases.inStep();
        long product = newProduct();
        long waiting = purchases.order(line(product));
        world.faults().add(Fault.status(500).on("GET", API + "/products/" + product));
        assertThat(reason(world.run(Flow.BUY_ORDERS), "unreadable")).isEqualTo(1);
        purchases.pushOutOfTheWindow();

        world.run(Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.BUY_ORDERS);

        assertThat(purchases.held("buyOrders", waiting)).isNotNull();
        assertThat(world.state().parked()).isEmpty();
    }

    @Test
    void anOrderOfOldReceiptsCostsTheirLinesOnly() {
        long twice = purchases.order(purchases.line(2, 5, 1), purchases.line(2, 5, 1));
        long other = purchases.order(purchases.line(3, 5, 1));
        purchases.inStep();
        world.user().receiveGoods(twice, purchases.product(2), 5, 1);
        world.user().receiveGoods(twice, purchases.product(2), 3, 1);
        world.user().receiveGoods(other, purchases.product(3), 2, 1);
        purchases.inStep();
        world.user().receiveGoods(twice, purchases.product(2), 4, 1);
        world.user().receiveGoods(other, purchases.product(3), 1, 1);
        world.faults().add(Fault.status(500).on("GET", API + "/purchaseorders/" + twice));

        assertThat(reason(world.run(Flow.ITEM_DELIVERIES), "unreadable")).isGreaterThan(0);

        assertThat(purchases.held("receiptLines")).as("nothing is deleted").hasSize(4);
        world.faults().clear();
        world.goOn(A_DAY);
        purchases.inStep();
        assertThat(purchases.held("receiptLines")).hasSize(5);
        assertThat(world.state().parked()).isEmpty();
    }

    /** In whatever order they are asked for, four of them come one after the other. */
    @Test
    void manyOrdersOfOldReceiptsCostTheirLinesOnly() {
        long other = purchases.order(purchases.line(2, 5, 1), purchases.line(2, 5, 1));
        List<Long> poison = sevenOrders();
        for (int count = 0; count < 14; count++) { // So that some of those that are known are none of these.
            purchases.order(purchases.line(4, 5, 1));
        }
        purchases.inStep();
        world.user().receiveGoods(other, purchases.product(2), 5, 1);
        for (long order : poison) {
            world.user().receiveGoods(order, purchases.product(3), 5, 1);
            world.faults().add(Fault.status(500).on("GET", API + "/purchaseorders/" + order));
        }

        assertThat(reason(world.run(Flow.ITEM_DELIVERIES), "unreadable")).isEqualTo(7);

        assertThat(purchases.held("receiptLines")).as("what else was received").hasSize(1);
        world.faults().clear();
        world.goOn(A_DAY);
        purchases.inStep();
        assertThat(purchases.held("receiptLines")).hasSize(8);
        assertThat(world.state().parked()).isEmpty();
    }

    @Test
    void whereItFailsOnEveryOrderOfOldReceiptsTheRunHasFailed() {
        List<Long> orders = sevenOrders();
        purchases.inStep();
        orders.forEach(order -> world.user().receiveGoods(order, purchases.product(3), 5, 1));
        world.faults().add(Fault.status(500).on("GET", API + "/purchaseorders/\\d+"));

        assertThat(world.tryRun(Flow.ITEM_DELIVERIES)).singleElement().satisfies(result -> {
            assertThat(result.report()).isNotNull();
            assertThat(result.report().outcome()).isEqualTo(Outcome.FAILED);
        });
    }

    @Test
    void aKnownProductThatTellsWhichShopItIsCostsNoRun() {
        purchases.inStep();
        world.sandbox().log().clear();
        world.faults().add(Fault.status(500).on("GET", API + "/products/\\d+").occurring(Occurrences.from(1, 2)));

        world.run(Flow.SUPPLIERS);

        assertThat(world.sandbox().log().requests(request -> request.path().matches(API + "/products/\\d+")))
                .as("the one that it fails on, twice, and the next one")
                .hasSize(3);
    }

    /** In each of them a product stands on two lines. */
    private List<Long> sevenOrders() {
        return Stream.generate(() -> purchases.order(purchases.line(3, 5, 1), purchases.line(3, 5, 1)))
                .limit(7)
                .toList();
    }

    private long newProduct() {
        return world.user()
                .addProduct(fields().put("productcode", "NEW-" + ++made)
                        .put("name", "New")
                        .put("price", 5))
                .path("idproduct")
                .asLong();
    }

    private static ObjectNode line(long product) {
        return fields().put("idproduct", product).put("amount", 2).put("price", 3);
    }

    private void sold(long product) {
        ObjectNode order = fields();
        order.putArray("products").addObject().put("idproduct", product).put("amount", 1);
        long id = world.user().addOrder(order).path("idorder").asLong();
        world.user().changeOrderStatus(id, "processing");
    }
}
