package com.optiply.picqer.service;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.RunEvents;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two example files, each for a shop of its own that is like the other's: what differs is what they say. */
class ExampleFilesTest {
    private static final CustomerName PLAIN = new CustomerName("plain");
    private static final CustomerName FULL = new CustomerName("full");
    private static final Map<CustomerName, Long> ACCOUNTS = Map.of(PLAIN, 1381L, FULL, 1382L);
    private static final long FIRST_PRODUCT = 100_001;
    private static final int PRODUCTS = 40;
    private static final int SAMPLES = 3;

    private static Path home;
    private static SyncWorld world;
    private static Customers customers;
    private static Installation installation;
    private static final Map<CustomerName, List<RunReport>> REPORTS = new TreeMap<>();

    @BeforeAll
    static void runBoth() throws Exception {
        home = HomeFolder.lay("examples");
        SyncSetup setup = SyncSetup.plain(1);
        world = setup.start();
        HomeFolder.writeProperties(home, setup);
        HomeFolder.writeSecrets(home);
        for (CustomerName name : List.of(PLAIN, FULL)) {
            world.addShop(name, ShopOptions.of(Worlds.plain(PRODUCTS)).unlimited(), ACCOUNTS.get(name));
            LongStream.range(FIRST_PRODUCT, FIRST_PRODUCT + SAMPLES).forEach(id -> world.sandbox()
                    .picqer(name.value())
                    .user()
                    .changeProduct(id, fields().put("productcode", "SAMPLE-" + id)));
            HomeFolder.write(file(name), inTheSandbox(name, example(name)));
        }
        installation = Installation.find(home, null, null);
        customers = checked();
        try (Engine engine = Engine.start(installation, customers, new RunEvents())) {
            for (CustomerName name : List.of(PLAIN, FULL)) {
                REPORTS.put(
                        name,
                        new OneTimeRun(engine)
                                .run(name, List.of(Flow.values())).stream()
                                        .map(RunResult::report)
                                        .map(Objects::requireNonNull)
                                        .toList());
            }
        }
    }

    @AfterAll
    static void end() {
        world.close();
        HomeFolder.remove(home);
    }

    private static Customers checked() {
        CheckedFiles checked = CustomerFiles.check(installation);
        assertThat(checked.text()).isEmpty();
        return new Customers(checked.customers());
    }

    private static Path file(CustomerName name) {
        return home.resolve("routes/customers/" + name + ".yaml");
    }

    private static String example(CustomerName name) throws IOException {
        return Files.readString(Path.of("routes/customers/" + name + ".yaml.example"));
    }

    /** The file with the addresses and the secrets of the sandbox in the place of its own. */
    private static String inTheSandbox(CustomerName name, String text) {
        String sandbox = text.replaceAll(
                        "subdomain: .*", "base-url: " + world.sandbox().picqerUri(name.value()))
                .replaceAll("\"\\{\\{env:.*_PICQER_KEY}}\"", "\"{{file:" + home + "/picqer-key}}\"")
                .replaceAll("\"\\{\\{env:.*_OPTIPLY}}\"", "\"{{file:" + home + "/optiply}}\"")
                .replaceAll("coupling: \\d+", "coupling: " + SyncSetup.COUPLING.id())
                .replaceAll(
                        "( +)(account: \\d+)",
                        "$1$2\n$1base-url: " + world.sandbox().optiplyUri() + "\n$1token-url: "
                                + world.sandbox().optiplyTokenUri() + "\n$1requests-per-second-max: unlimited");
        assertThat(sandbox).doesNotContain("{{env:");
        return sandbox;
    }

    @Test
    void runEveryFlowToItsEnd() {
        assertThat(REPORTS).hasSize(2);
        REPORTS.values().forEach(reports -> assertThat(reports)
                .hasSize(Flow.values().length)
                .allMatch(report -> report.outcome() == Outcome.COMPLETE));
    }

    @Test
    void theFilterOfItsOwnKeepsOutWhatItSaysAndTellsIt() {
        assertThat(report(PLAIN, Flow.PRODUCTS).counts().written().create()).isEqualTo(PRODUCTS);
        assertThat(report(FULL, Flow.PRODUCTS).counts().written().create()).isEqualTo(PRODUCTS - SAMPLES);
        assertThat(report(FULL, Flow.PRODUCTS).counts().filtered()).isEqualTo(Map.of("own_filter", (long) SAMPLES));
        assertThat(report(FULL, Flow.SUPPLIER_PRODUCTS).counts().filtered())
                .isEqualTo(Map.of("own_filter", (long) SAMPLES));
        assertThat(report(FULL, Flow.SUPPLIER_PRODUCTS).counts().parked()).isEmpty();
    }

    @Test
    void theStepOfItsOwnChangesWhatItSaysAndTellsIt() {
        Map<String, ObjectNode> usual = held(PLAIN, "supplierProducts");
        Map<String, ObjectNode> changed = held(FULL, "supplierProducts");
        long small = changed.keySet().stream()
                .filter(id -> minimum(usual.get(id)) < 6)
                .count();

        assertThat(small).isBetween(1L, (long) PRODUCTS - SAMPLES - 1);
        assertThat(changed)
                .allSatisfy((id, pair) -> assertThat(minimum(pair)).isEqualTo(Math.max(6, minimum(usual.get(id)))));
        assertThat(report(FULL, Flow.SUPPLIER_PRODUCTS).counts().adjusted()).containsEntry("own_step", small);
    }

    private static long minimum(ObjectNode pair) {
        return pair.path("minimumPurchaseQuantity").asLong();
    }

    @Test
    void changeNothingElse() {
        for (String resource : List.of("suppliers", "products", "supplierProducts")) {
            Map<String, ObjectNode> usual = held(PLAIN, resource);
            Map<String, ObjectNode> changed = held(FULL, resource);
            usual.keySet().removeIf(id -> LongStream.range(FIRST_PRODUCT, FIRST_PRODUCT + SAMPLES)
                    .anyMatch(sample -> id.startsWith(String.valueOf(sample))));
            usual.values().forEach(record -> record.remove("minimumPurchaseQuantity"));
            changed.values().forEach(record -> record.remove("minimumPurchaseQuantity"));

            assertThat(changed).as(resource).isNotEmpty().isEqualTo(usual);
        }
    }

    /** By remote id, without what the account gave out itself, the ids of other records among it. */
    private static Map<String, ObjectNode> held(CustomerName name, String resource) {
        List<String> given = List.of(
                "uuid", "createdAt", "updatedAt", "accountId", "remoteDataSyncedToDate", "productId", "supplierId");
        String key = String.valueOf(SyncSetup.COUPLING.id());
        return world.optiply().account(ACCOUNTS.get(name)).all(resource).stream()
                .map(OptiplyRecord::attributes)
                .map(ObjectNode::deepCopy)
                .collect(toMap(
                        record -> record.path("remoteIdMap").path(key).asText(),
                        record -> record.without(given),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static RunReport report(CustomerName name, Flow flow) {
        return REPORTS.get(name).get(flow.ordinal());
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }

    @Test
    void thePlainOneFitsOnASmallPage() throws IOException {
        assertThat(example(PLAIN).lines().count()).isLessThanOrEqualTo(30);
    }

    @Test
    void theFullOneChangesTwoTriggersAndNoOther() {
        Map<String, String> usual = ofFlows(PLAIN);
        Map<String, String> changed = ofFlows(FULL);

        assertThat(changed.remove("supplier-products-mapped"))
                .as("its own step")
                .isNotNull();
        assertThat(changed.keySet()).isEqualTo(usual.keySet());
        assertThat(usual.keySet().stream().filter(flow -> !usual.get(flow).equals(changed.get(flow))))
                .containsExactly("sell-orders", "suppliers");
    }

    /** From what each begins, by the flow. */
    private Map<String, String> ofFlows(CustomerName name) {
        Map<String, String> ofFlows = new TreeMap<>();
        schedule().forEach((route, uri) -> {
            if (route.startsWith(name + "-")) {
                String flow = route.substring(name.value().length() + 1);
                ofFlows.put(flow, uri.replaceAll("\\b" + name + "([-/])", "customer$1"));
            }
        });
        return ofFlows;
    }

    /** What `show` prints in the place of the routes of the file: the same routes in force, on the same schedule. */
    @Test
    void areTheSameWithWhatIsShownPastedIn() throws IOException {
        Map<String, String> schedule = schedule();
        for (CustomerName name : List.of(PLAIN, FULL)) {
            String shown = shown(name);
            String text = Files.readString(file(name));
            int routes = text.indexOf("\n- route:");
            HomeFolder.write(file(name), (routes < 0 ? text : text.substring(0, routes)) + "\n" + shown);
            customers = checked();

            assertThat(shown(name)).isEqualTo(shown);
        }
        assertThat(schedule()).isEqualTo(schedule).hasSize(2 * Flow.values().length + 1);
    }

    private static String shown(CustomerName name) {
        CustomerSettings settings = customers.named(name.value());
        return EffectiveRoutes.yaml(installation, settings, List.of());
    }

    private static Map<String, String> schedule() {
        try (Engine engine = Engine.start(installation, customers, new RunEvents())) {
            return Triggers.startedBy(engine);
        }
    }
}
