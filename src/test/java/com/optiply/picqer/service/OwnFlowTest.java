package com.optiply.picqer.service;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunEvents;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A flow that a customer's file replaces by a route of its own: whoever asks for the flow gets that route. */
class OwnFlowTest {
    private static final int PRODUCTS = 6;
    private static final long SAMPLE = 100_001;

    private final Path home = HomeFolder.lay("own-flow");
    private final SyncSetup setup = SyncSetup.plain(PRODUCTS);
    private final SyncWorld world = setup.start();

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    /** The products route of the example, on a schedule that never comes. */
    private static String productsRoute() throws IOException {
        String full = Files.readString(Path.of("routes/customers/full.yaml.example"));
        String route = full.substring(full.indexOf("- route:\n    id: full-products"), full.lastIndexOf("\n# "));
        return "\n"
                + route.replace("constant: full", "constant: acme")
                        .replace("id: full-", "id: acme-")
                        .replace("uri: timer:full-products", "uri: quartz:acme/products")
                        .replace("period: 10m", "cron: \"0 0 0 1 1 ? 2099\"");
    }

    private Installation installation(String... more) throws IOException {
        world.user().changeProduct(SAMPLE, instance.objectNode().put("productcode", "SAMPLE-1"));
        HomeFolder.writeProperties(home, setup);
        Path file = HomeFolder.writeCustomer(home, world.sandbox(), productsRoute(), String.join("\n", more));
        HomeFolder.leaveOnlyOn(file, Flow.PRODUCTS);
        return Installation.find(home, null, null);
    }

    private static Customers customers(Installation installation) {
        assertThat(CustomerFiles.check(installation).text()).isEmpty();
        return new Customers(CustomerFiles.check(installation).customers());
    }

    @Test
    void isRunByWhatWasMissedAndByACommandBesideTheService() throws Exception {
        Installation installation = installation();
        Released released = new Released();
        try (Service service = Service.start(installation, customers(installation), released);
                Engine command = Engine.start(installation, customers(installation), new RunEvents())) {
            released.await(Flow.PRODUCTS); // a new customer is loaded at once
            RunResult asked = new OneTimeRun(command)
                    .run(SyncSetup.ACME, List.of(Flow.PRODUCTS))
                    .get(0);

            assertThat(asked.thrown()).isNull();
            requireOwn(asked.report());
            assertThat(asked.report().counts().unchanged()).isEqualTo(PRODUCTS - 1);
            RunRow first = service.engine()
                    .store()
                    .read(tx -> tx.runs().find(new RunId(1)))
                    .orElseThrow();
            requireOwn(RunReport.of(first));
            assertThat(RunReport.of(first).counts().written().create()).isEqualTo(PRODUCTS - 1);
        }
    }

    private static void requireOwn(RunReport report) {
        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(report.counts().filtered()).isEqualTo(Map.of("own_filter", 1L));
    }

    /** Two triggers at once, one of them to the shared flow: one run, of the customer's own route. */
    @Test
    void isRunByAnyOtherTriggerOfTheFlowOneAtATime() throws Exception {
        Installation installation = installation(
                """

                - route:
                    id: acme-products-evening
                    from:
                      uri: timer:acme-products-evening
                      parameters:
                        repeatCount: 1
                        delay: 0
                      steps:
                        - setVariable:
                            name: customer
                            constant: acme
                        - to: direct:products
                        - to: direct:products
                """);
        Released released = new Released();
        try (Engine engine = Engine.start(installation, customers(installation), released)) {
            assertThat(engine.leases().acquire(SyncSetup.ACME)).isTrue();
            engine.startTriggers();
            released.await(Flow.PRODUCTS);
            RunRow only =
                    engine.store().read(tx -> tx.runs().find(new RunId(1))).orElseThrow();

            requireOwn(RunReport.of(only));
        }
    }
}
