package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunEvents;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two customers in one engine: what befalls one must not reach the other. */
class SeveralCustomersTest {
    private static final CustomerName BETA = new CustomerName("beta");
    private static final long BETAS_ACCOUNT = 1381;

    @Test
    void aCustomerWhosePicqerHangsDelaysNobodyElse() throws Exception {
        SyncSetup setup = SyncSetup.plain(60);
        Path home = HomeFolder.lay("two-customers");
        try (SyncWorld world = setup.start()) {
            HomeFolder.writeProperties(home, setup.silentAtMost(Duration.ofSeconds(5)));
            world.addShop(BETA, ShopOptions.of(Worlds.plain(60)).unlimited(), BETAS_ACCOUNT);
            Customers both = new Customers(List.of(
                    setup.customer(SyncSetup.ACME, world.sandbox(), SyncSetup.ACCOUNT),
                    setup.customer(BETA, world.sandbox(), BETAS_ACCOUNT)));
            world.faults().add(Fault.timeOutAfter().on("GET", "/picqer/beta/.*"));
            RunEvents events = new RunEvents();
            try (Engine engine = Engine.start(Installation.find(home, null, null), both, events)) {
                assertThat(engine.leases().acquire(BETA)).isTrue();
                CompletableFuture<RunResult> hanging =
                        CompletableFuture.supplyAsync(() -> engine.run(BETA, Flow.PRODUCTS));
                RunResult healthy = new OneTimeRun(engine)
                        .run(SyncSetup.ACME, List.of(Flow.PRODUCTS))
                        .get(0);

                assertThat(healthy.report()).extracting("outcome").isEqualTo(Outcome.COMPLETE);
                assertThat(world.compare().differences()).isEmpty();
                RunResult given = hanging.get(60, TimeUnit.SECONDS);
                assertThat(given.report()).extracting("outcome").isEqualTo(Outcome.FAILED);
                assertThat(events.ended()).extracting(RunReport::customer).containsExactly("acme", "beta");
            }
        } finally {
            HomeFolder.remove(home);
        }
    }
}
