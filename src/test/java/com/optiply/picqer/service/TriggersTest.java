package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunEvents;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.run.Flow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.timer.TimerEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;

/** The service with a customer's file: which triggers are really in force, and that it works for others too. */
class TriggersTest {
    private static final String CRON =
            """

            - route:
                id: acme-products
                from:
                  uri: quartz:acme/products
                  parameters:
                    cron: "0 30 17 * * ?"
                    trigger.timeZone: Europe/Amsterdam
                  steps:
                    - setVariable:
                        name: customer
                        constant: acme
                    - to: direct:products
            """;

    private final Path home = HomeFolder.lay("triggers");
    private final SyncSetup setup = SyncSetup.plain(60);
    private final SyncWorld world = setup.start();

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    private Installation installation(String... routes) {
        HomeFolder.writeProperties(home, setup);
        HomeFolder.writeCustomer(home, world.sandbox(), routes);
        return Installation.find(home, null, null);
    }

    private static Customers customers(Installation installation) {
        CheckedFiles checked = CustomerFiles.check(installation);
        assertThat(checked.problems()).isEmpty();
        return new Customers(checked.customers());
    }

    private static Service start(Installation installation) {
        return Service.start(installation, customers(installation));
    }

    @Test
    void everyFlowHasItsDefaultTriggerWhereTheFileNamesNone() {
        try (Service service = start(installation())) {
            TimerEndpoint timer = (TimerEndpoint) trigger(service).getEndpoint();

            assertThat(timer.getPeriod()).isEqualTo(10 * 60_000);
        }
    }

    @Test
    void aRouteOfTheFlowsNameTakesTheDefaultsPlace() throws Exception {
        try (Service service = start(installation(CRON))) {
            CamelContext camel = service.engine().camel();

            assertThat(trigger(service).getEndpoint().getEndpointUri()).startsWith("quartz://acme/products");
            CronTrigger trigger = ofProducts(camel);
            assertThat(trigger.getCronExpression()).isEqualTo("0 30 17 * * ?");
            assertThat(trigger.getTimeZone().getID()).isEqualTo("Europe/Amsterdam");
        }
    }

    @Test
    void aCronThatNamesNoZoneRunsInTheCustomersZone() throws Exception {
        String zoneless = CRON.replaceAll("(?m)^.*trigger.timeZone.*\\R", "");
        try (Service service = start(installation(zoneless))) {
            assertThat(ofProducts(service.engine().camel()).getTimeZone().getID())
                    .isEqualTo("Europe/Amsterdam");
        }
    }

    @Test
    void bothItsOwnAndTheDefaultCronsRunInTheZoneOfACustomerOverseas() throws Exception {
        Installation installation = installation(CRON.replaceAll("(?m)^.*trigger.timeZone.*\\R", ""));
        Path file = home.resolve("routes/customers/acme.yaml");
        HomeFolder.replace(file, "        warehouses:", "        timezone: America/New_York\n        warehouses:");
        try (Service service = start(installation)) {
            CamelContext camel = service.engine().camel();
            assertThat(ofProducts(camel).getTimeZone().getID()).isEqualTo("America/New_York");
            assertThat(of("suppliers", camel).getTimeZone().getID()).isEqualTo("America/New_York");
        }
    }

    private static Route trigger(Service service) {
        return service.engine().camel().getRoute("acme-products");
    }

    private static CronTrigger ofProducts(CamelContext camel) throws Exception {
        return of("products", camel);
    }

    private static CronTrigger of(String trigger, CamelContext camel) throws Exception {
        Scheduler scheduler =
                camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        return (CronTrigger) scheduler.getTrigger(new TriggerKey(trigger, "acme"));
    }

    @Test
    void anotherScheduleOfOneFlowChangesNothingElse() {
        Map<String, String> usual = triggers(installation());
        Map<String, String> changed = triggers(installation(CRON));

        assertThat(usual)
                .hasSize(Flow.values().length)
                .containsEntry("acme-products", "timer://acme-products?period=10m");
        assertThat(changed.remove("acme-products")).startsWith("quartz://acme/products?cron=");
        usual.remove("acme-products");
        assertThat(changed).isEqualTo(usual);
    }

    @Test
    void aRouteThatBearsMoreThanTheFlowsNameStandsBesideTheDefault() {
        Map<String, String> usual = triggers(installation());
        Map<String, String> more = triggers(installation(CRON.replace("id: acme-products", "id: acme-products-evening")
                .replace("quartz:acme/products", "quartz:acme/products-evening")));

        assertThat(more.remove("acme-products-evening")).startsWith("quartz://acme/products-evening?cron=");
        assertThat(more).isEqualTo(usual);
    }

    @Test
    void aFlowThatIsSwitchedOffLosesItsTriggerAndNothingElse() {
        Map<String, String> usual = triggers(installation());
        Map<String, String> changed = triggers(installation("        flows:\n          suppliers: \"off\"\n"));

        assertThat(usual.remove("acme-suppliers")).isNotNull();
        assertThat(changed).isEqualTo(usual);
    }

    private static Map<String, String> triggers(Installation installation) {
        try (Engine engine = Engine.start(installation, customers(installation), new RunEvents())) {
            return Triggers.startedBy(engine);
        }
    }

    /** A command beside the service asks it and follows; the two never speak to an account at the same time. */
    @Test
    void carriesOutWhatACommandInAnotherProcessAsks() throws Exception {
        Installation installation = installation(CRON);
        Customers customers = customers(installation);
        Released released = new Released();
        try (Service service = Service.start(installation, customers, released);
                Engine command = Engine.start(installation, customers, new RunEvents())) {
            released.await(Flow.PRODUCTS); // a new customer is loaded at once
            List<RunResult> results = new OneTimeRun(command).run(SyncSetup.ACME, List.of(Flow.PRODUCTS));

            assertThat(results).hasSize(1);
            assertThat(results.get(0).thrown()).isNull();
            assertThat(results.get(0).report()).extracting("outcome").isEqualTo(Outcome.COMPLETE);
            assertThat(new OneTimeRun(command).look(SyncSetup.ACME))
                    .hasValueSatisfying(look -> assertThat(look.thrown()).isNull());
            String holder = service.engine().leases().holderOf(SyncSetup.ACME).orElseThrow();
            assertThat(runs(command.store())).extracting(RunRow::holder).containsOnly(holder);
            assertThat(world.compare().differences()).isEmpty();
        }
    }

    @Test
    void givesItsLeasesBackWhenItStops() {
        Installation installation = installation(CRON);
        CustomerSettings acme = customers(installation).named("acme");
        start(installation).close();

        try (Store store = State.open(installation)) {
            assertThat(store.<Optional<String>>read(tx -> tx.leases().holder(acme.name())))
                    .isEmpty();
        }
    }

    /** The timer fires and a command asks at the same moment: whoever comes second is passed over. */
    @Test
    void neverRunsOneFlowTwiceAtOnce() throws Exception {
        Installation installation = installation();
        try (Service service = start(installation);
                Engine command = Engine.start(installation, customers(installation), new RunEvents())) {
            for (int i = 0; i < 3; i++) {
                new OneTimeRun(command).run(SyncSetup.ACME, List.of(Flow.PRODUCTS));
            }
            List<RunRow> runs = runs(command.store()).stream()
                    .filter(run -> run.flow().equals("products"))
                    .toList();

            assertThat(runs).isNotEmpty();
            for (int i = 1; i < runs.size(); i++) {
                assertThat(runs.get(i).startedAt())
                        .isAfterOrEqualTo(runs.get(i - 1).finishedAt());
            }
            assertThat(service.engine().leases().holds(SyncSetup.ACME)).isTrue();
        }
    }

    private static List<RunRow> runs(Store store) {
        List<RunRow> runs = new ArrayList<>();
        Optional<RunRow> next = run(store, 1);
        while (next.isPresent()) {
            runs.add(next.get());
            next = run(store, runs.size() + 1);
        }
        return runs;
    }

    private static Optional<RunRow> run(Store store, long id) {
        return store.read(tx -> tx.runs().find(new RunId(id)));
    }
}
