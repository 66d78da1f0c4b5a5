package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.world.AwkwardWorld;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.run.Backlog;
import com.optiply.picqer.sync.run.Flow;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was parked comes through as soon as what it waited for is there, and nothing runs for nothing. */
@Timeout(180)
class WakeningTest {
    private static final String BUYING_ONLY =
            """
                    flows:
                      supplier-names: "off"
                      supplier-products: "off"
                      compositions: "off"
                      compositions-in-full: "off"
                      sell-orders: "off"
                      changed-sell-orders: "off"
            """;

    /** Only what the test asks for runs, however slow the machine: a timer would fire beside the first load. */
    private static final String NO_TIMER =
            """

            - route:
                id: acme-products
                from:
                  uri: quartz:acme/products
                  parameters:
                    cron: "0 0 0 1 1 ? 2099"
                  steps:
                    - setVariable:
                        name: customer
                        constant: acme
                    - to: direct:products
            """;

    private final Path home = HomeFolder.lay("wakening");
    private final SyncSetup setup = SyncSetup.of(Worlds.whole());
    private final SyncWorld world = setup.start();

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    void receiptsThatCameBeforeTheirOrderGoThroughWithoutASecondTrigger() throws Exception {
        HomeFolder.writeProperties(home, setup);
        HomeFolder.writeCustomer(home, world.sandbox(), BUYING_ONLY, NO_TIMER);
        Installation installation = Installation.find(home, null, null);
        Customers customers = new Customers(CustomerFiles.check(installation).customers());
        Released released = new Released();
        try (Service service = Service.start(installation, customers, released)) {
            released.await(Flow.BUY_ORDERS);
            while (!hasSettled(service)) {
                released.await(Flow.ITEM_DELIVERIES);
            }
            int before = receipts();
            receiveAnOrder();

            run(service, Flow.ITEM_DELIVERIES);
            assertThat(receipts()).isEqualTo(before);
            run(service, Flow.BUY_ORDERS);
            while (receipts() == before) {
                released.await(Flow.ITEM_DELIVERIES);
            }
            assertThat(receipts()).isEqualTo(before + 1);

            RunId last = lastDeliveries(service);
            run(service, Flow.BUY_ORDERS);
            run(service, Flow.SUPPLIERS);
            assertThat(lastDeliveries(service))
                    .as("run after runs that wrote nothing")
                    .isEqualTo(last);
        }
    }

    private static void run(Service service, Flow flow) {
        assertThat(service.engine().run(SyncSetup.ACME, flow).thrown()).isNull();
    }

    /** Whether the first load is over: nothing that was parked could come through now. */
    private static boolean hasSettled(Service service) {
        return lastRun(service).filter(run -> run.outcome() == Outcome.COMPLETE).isPresent()
                && new Backlog(service.engine().store(), Clock.systemUTC())
                        .freed(SyncSetup.ACME)
                        .isEmpty();
    }

    private static RunId lastDeliveries(Service service) {
        return lastRun(service).orElseThrow().id();
    }

    private static Optional<RunRow> lastRun(Service service) {
        return service.engine().store().read(tx -> tx.runs().last(SyncSetup.ACME, Flow.ITEM_DELIVERIES.code()));
    }

    private int receipts() {
        return world.account().count("receiptLines");
    }

    private void receiveAnOrder() {
        long product = AwkwardWorld.named("type-normal").orElseThrow().idproduct();
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("idsupplier", 9401);
        order.put("idwarehouse", SyncSetup.MAIN_WAREHOUSE);
        order.putArray("products").addObject().put("idproduct", product).put("amount", 3);
        long id = Objects.requireNonNull(world.user().addPurchaseOrder(order))
                .path("idpurchaseorder")
                .asLong();
        world.user().markAsPurchased(id);
        world.user().receiveGoods(id, product, 2, 2);
    }
}
