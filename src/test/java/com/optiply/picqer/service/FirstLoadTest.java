package com.optiply.picqer.service;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that starts for a customer of which nothing is in Optiply: its timers fire while its load has begun. */
@Timeout(120)
class FirstLoadTest {
    private static final long PRODUCT = 100_001;

    private final Path home = HomeFolder.lay("first-load");
    private final SyncSetup setup = SyncSetup.plain(4);
    private final SyncWorld world = setup.start();
    private final Installation installation;
    private final Customers customers;

    FirstLoadTest() {
        HomeFolder.writeProperties(home, setup);
        HomeFolder.writeCustomer(home, world.sandbox());
        installation = Installation.find(home, null, null);
        customers = new Customers(CustomerFiles.check(installation).customers());
        sell();
        sell();
    }

    private void sell() {
        ObjectNode order = instance.objectNode();
        order.putArray("products").addObject().put("idproduct", PRODUCT).put("amount", 2);
        world.user()
                .changeOrderStatus(world.user().addOrder(order).path("idorder").asLong(), "processing");
    }

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    void bringsProductsBeforeOrdersAndAsksForNothingOneByOne() throws Exception {
        Loads loads = new Loads(Flow.SUPPLIERS);
        try (Service service = Service.start(installation, customers, loads)) {
            loads.awaitEnd();

            requireInOrder(loads.began);
            requireNothingAskedForOneByOne();
            assertThat(world.account().all("sellOrders")).hasSize(2);
            assertThat(service.engine().leases().holds(SyncSetup.ACME)).isTrue();
        }
    }

    @Test
    void goesOnInThatOrderWhereItsProcessWasKilled() throws Exception {
        try (Engine killed = Engine.start(installation, customers, new RunListener() {})) {
            killed.leases().acquire(SyncSetup.ACME);
            killed.run(SyncSetup.ACME, Flow.SUPPLIERS);
            killed.store().durably(tx -> tx.runs().begin(SyncSetup.ACME, Flow.PRODUCTS.code(), "gone", Instant.EPOCH));
        }
        Loads loads = new Loads(Flow.SUPPLIER_NAMES);
        try (Service service = Service.start(installation, customers, loads)) {
            loads.awaitEnd();

            requireInOrder(loads.began);
            requireNothingAskedForOneByOne();
            assertThat(service.engine().leases().holds(SyncSetup.ACME)).isTrue();
        }
    }

    /** Picqer is away for as long as a run is patient. */
    @Test
    void waitsWithTheOrdersForProductsThatFailedAtFirst() throws Exception {
        world.faults().add(Fault.status(500).on("GET", "/picqer/acme/api/v1/products"));
        Loads loads = new Loads(Flow.SUPPLIERS);
        try (Service service = Service.start(installation, customers, loads)) {
            Loads.await(loads.haveFailed);
            world.faults().clear();
            world.sandbox().log().clear();
            service.engine().trigger(SyncSetup.ACME, Flow.PRODUCTS);
            loads.awaitEnd();

            requireInOrder(loads.began);
            assertThat(loads.began.lastIndexOf(Flow.PRODUCTS.code()))
                    .isLessThan(loads.began.indexOf(Flow.SUPPLIER_PRODUCTS.code()));
            requireNothingAskedForOneByOne();
            assertThat(world.account().all("sellOrders")).hasSize(2);
        }
    }

    /** Its process went when two of its flows were under way: the long one comes first, and the other has a timer. */
    @Test
    void nobodyWaitsForWhatWasMissedWhereTheLoadIsLongOver() throws Exception {
        try (Engine killed = Engine.start(installation, customers, new RunListener() {})) {
            killed.leases().acquire(SyncSetup.ACME);
            Stream.of(Flow.values()).forEach(flow -> killed.run(SyncSetup.ACME, flow));
            for (Flow flow : List.of(Flow.COMPOSITIONS_IN_FULL, Flow.SELL_ORDERS)) {
                killed.store().durably(tx -> tx.runs().begin(SyncSetup.ACME, flow.code(), "gone", Instant.now()));
            }
        }
        CountDownLatch haveSold = new CountDownLatch(1);
        CountDownLatch isOver = new CountDownLatch(1);
        RunListener waiting = new RunListener() {
            @Override
            public void began(Run run) {
                if (run.flow().equals(Flow.SELL_ORDERS.code())) {
                    haveSold.countDown();
                } else if (run.flow().equals(Flow.COMPOSITIONS_IN_FULL.code())) {
                    Loads.await(haveSold);
                    isOver.countDown();
                }
            }
        };
        try (Service service = Service.start(installation, customers, waiting)) {
            Loads.await(isOver);

            assertThat(service.engine().leases().holds(SyncSetup.ACME)).isTrue();
        }
    }

    /** From the first that began on, each flow for the first time when those before it are through. */
    private static void requireInOrder(List<String> began) {
        List<String> flows = Stream.of(Flow.values())
                .filter(flow -> flow != Flow.SUPPLIER_IMPORT)
                .map(Flow::code)
                .dropWhile(flow -> !flow.equals(began.get(0)))
                .toList();

        assertThat(began.stream().filter(flows::contains).distinct().limit(flows.size()))
                .containsExactlyElementsOf(flows);
    }

    /** Once products are in Optiply each run asks for a known one: whether it is the same shop. */
    private void requireNothingAskedForOneByOne() {
        assertThat(asked("orders/\\d+")).isEmpty();
        assertThat(asked("products(/\\d+)?")).first().satisfies(first -> assertThat(first.path())
                .endsWith("/products"));
    }

    private List<LoggedRequest> asked(String path) {
        return world.sandbox().log().requests(request -> request.path().matches("/picqer/acme/api/v1/" + path));
    }

    /** The first flow goes on only when the timer of sell orders has fired; the last one ends the load. */
    private static final class Loads implements RunListener {
        private final List<String> began = new CopyOnWriteArrayList<>();
        private final CountDownLatch hasFired = new CountDownLatch(1);
        private final CountDownLatch haveFailed = new CountDownLatch(1);
        private final CountDownLatch isOver = new CountDownLatch(1);
        private final Flow first;

        Loads(Flow first) {
            this.first = first;
        }

        @Override
        public void skipped(CustomerName customer, Flow flow) {
            if (flow == Flow.SELL_ORDERS) {
                hasFired.countDown();
            }
        }

        @Override
        public void began(Run run) {
            began.add(run.flow());
            if (run.flow().equals(Flow.SELL_ORDERS.code())) {
                hasFired.countDown();
            } else if (run.flow().equals(first.code())) {
                await(hasFired);
            }
        }

        @Override
        public void released(CustomerName customer, Flow flow) {
            if (flow == Flow.PRODUCTS) {
                haveFailed.countDown();
            } else if (flow == Flow.COMPARISON) {
                isOver.countDown();
            }
        }

        void awaitEnd() {
            await(isOver);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
