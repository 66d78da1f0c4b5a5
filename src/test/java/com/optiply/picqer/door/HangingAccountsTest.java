package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/**
 * All of Optiply's accounts are on one host, and so are the shops of the sandbox: the connections to it must not run
 * out because some accounts do not answer. How many one customer may hold is bounded by its threads.
 */
class HangingAccountsTest {
    private static final CustomerName HANGING = new CustomerName("hanging");
    /** What the writers and the runs of several customers come to. */
    private static final int REQUESTS = 150;

    @Test
    void keepNoConnectionFromTheOthers() throws Exception {
        SyncSetup setup = SyncSetup.plain(3);
        ExecutorService threads = Executors.newCachedThreadPool();
        CamelContext camel = new DefaultCamelContext();
        try (SyncWorld world = setup.start()) {
            world.addShop(HANGING, ShopOptions.of(Worlds.plain(3)).unlimited(), SyncSetup.ACCOUNT + 1);
            world.faults().add(Fault.timeOutAfter().on("GET", "/picqer/hanging/.*"));
            Customers both = new Customers(List.of(
                    setup.customer(SyncSetup.ACME, world.sandbox(), SyncSetup.ACCOUNT),
                    setup.customer(HANGING, world.sandbox(), SyncSetup.ACCOUNT + 1)));
            try (Doors doors = new Doors(
                    both,
                    DoorSettings.of(new Properties()),
                    Permission.GRANTED,
                    (customer, account, why, lasted, wait) -> {})) {
                ProducerTemplate caller = start(camel, doors);
                for (int i = 0; i < REQUESTS; i++) {
                    threads.execute(() -> ask(caller, HANGING));
                }
                awaitRequests(world, 64);

                Exchange answered =
                        threads.submit(() -> ask(caller, SyncSetup.ACME)).get(30, TimeUnit.SECONDS);

                assertThat(answered.getException()).isNull();
                assertThat(answered.getMessage().getBody()).isInstanceOf(PicqerAnswer.class);
                threads.shutdownNow();
                world.sandbox().refuseConnections();
            }
        } finally {
            camel.stop();
        }
    }

    private static void awaitRequests(SyncWorld world, long requests) {
        Eventually.isTrue(requests + " requests", () -> world.sandbox().log().total() >= requests);
    }

    private static ProducerTemplate start(CamelContext camel, Doors doors) throws Exception {
        doors.beans().forEach(camel.getRegistry()::bind);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:routes/doors/picqer.yaml"));
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
        return camel.createProducerTemplate();
    }

    private static Exchange ask(ProducerTemplate caller, CustomerName customer) {
        return caller.request("direct:picqer", exchange -> {
            exchange.setVariable("customer", customer.value());
            exchange.getMessage().setBody(PicqerRequest.get("/warehouses", Query.NONE));
        });
    }
}
