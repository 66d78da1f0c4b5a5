package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.Difference.Sort;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.inspect.Recreation;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What people edit and delete in Optiply's own screens, and what the comparison at night makes of it, or a look tells.
 * Each test leaves Optiply as it should be.
 */
class ComparisonTest {
    private static SyncWorld world;
    private static LoggedRequest createOfAProduct;

    @BeforeAll
    static void begin() {
        world = SyncSetup.of(Worlds.whole()).start();
        world.runAll();
        createOfAProduct = world.writes("POST").stream()
                .filter(post -> post.path().endsWith("/products"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void forgetRequests() {
        world.sandbox().log().clear();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void writesNothingWhereNobodyTouchedAnything() throws InterruptedException {
        RunReport report = compare();

        assertThat(world.writes()).isEmpty();
        assertThat(report.counts().unchanged()).isPositive();
        assertThat(look()).isEmpty();
    }

    @Test
    void repairsWhatWasEditedAndLeavesWhatIsTheUsersOwn() throws InterruptedException {
        long product = edit(
                "products",
                fields().put("stockLevel", 4711)
                        .put("name", "Renamed")
                        .put("price", 1.5)
                        .put("minimumStock", 12));
        edit("sellOrderLines", fields().put("quantity", 77));
        edit("buyOrders", fields().put("totalValue", 1.5));
        assertThat(look())
                .extracting(Difference::attribute)
                .containsExactly("totalValue", "name", "price", "stockLevel", "quantity");
        assertThat(world.writes()).isEmpty();

        RunReport report = compare();

        assertThat(world.writes()).hasSize(3);
        assertThat(report.counts().written().patch()).isEqualTo(1);
        assertThat(report.besides().get("sellOrderLines").written().patch()).isEqualTo(1);
        assertThat(report.besides().get("buyOrders").written().patch()).isEqualTo(1);
        OptiplyRecord repaired = world.account().byId("products", product).orElseThrow();
        assertThat(repaired.attributes().path("minimumStock").asInt()).isEqualTo(12);
        assertThat(world.differences()).isEmpty();
        assertThat(changes(report))
                .filteredOn("kind", Kind.PRODUCTS)
                .singleElement()
                .satisfies(change -> assertThat(change.before())
                        .contains("\"stockLevel\":4711", "\"name\":\"Renamed\"", "\"price\":1.50"));
    }

    private static List<Change> changes(RunReport report) {
        return world.engine().store().read(tx -> tx.changes().ofRun(new RunId(report.run()), 10));
    }

    @Test
    void createsAgainWhatIsOursToCreate() throws InterruptedException {
        delete("productCompositions", first("productCompositions"));
        delete("supplierProducts", first("supplierProducts"));
        delete("products", unordered("products", "productId", "sellOrderLines", "buyOrderLines"));
        delete("suppliers", unordered("suppliers", "supplierId", "buyOrders"));
        assertThat(look()).extracting(Difference::sort).hasSize(4).containsOnly(Sort.MISSING);
        assertThat(world.writes()).isEmpty();

        RunReport report = compare();
        assertThat(report.counts().parked()).containsEntry("created_again", 1L);
        assertThat(report.besides().get("suppliers").parked()).containsEntry("created_again", 1L);
        assertThat(report.besides().get("supplierProducts").parked()).containsKey("created_again");
        world.runAll();

        assertThat(world.differences()).isEmpty();
        assertThat(look()).isEmpty();
    }

    @Test
    void takesARecordThatOptiplySaysIsGoneForGood() throws InterruptedException {
        OptiplyRecord pair = first("supplierProducts");
        delete("supplierProducts", pair);
        world.faults().add(Fault.empty(410).on("GET", "/optiply/v1/supplierProducts/" + pair.id()));

        RunReport report = compare();

        assertThat(report.besides().get("supplierProducts").parked()).containsEntry("created_again", 1L);
        world.faults().clear();
        world.runAll();
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void leavesADeletedOrderToAPersonAndTellsItOnceForAllItsLines() throws InterruptedException {
        for (Kind kind : List.of(Kind.SELL_ORDERS, Kind.BUY_ORDERS)) {
            OptiplyRecord order = first(kind.resource());
            world.account().deleteByUser(kind.resource(), order.id());
            assertThat(look()).extracting(Difference::kind).containsExactly(kind);

            RunReport report = compare();

            assertThat(report.besides().get(kind.resource()).parked()).containsOnlyKeys("deleted_in_optiply");
            assertThat(report.besides()
                            .get(kind.lines().orElseThrow().resource())
                            .parked())
                    .isEmpty();
            assertThat(compare().besides().get(kind.resource()).parked()).isEmpty();
            assertThat(look()).isEmpty();
            assertThat(world.writes()).isEmpty();
            bringBack(kind, order);
        }
    }

    @Test
    void bringsADeletedOrderBackWhenAPersonAsksForIt() {
        OptiplyRecord order = first("sellOrders");
        world.account().deleteByUser("sellOrders", order.id());
        compare();
        world.run(Flow.SELL_ORDERS, Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().byRemoteId("sellOrders", "9021", remoteId(order)))
                .isEmpty();

        bringBack(Kind.SELL_ORDERS, order);

        assertThat(world.account().byRemoteId("sellOrders", "9021", remoteId(order)))
                .hasSize(1);
    }

    private static void bringBack(Kind kind, OptiplyRecord order) {
        Recreation recreation = new Recreation(world.engine().store(), Clock.systemUTC());
        assertThat(recreation.ask(SyncSetup.ACME, kind, new RemoteId(remoteId(order))))
                .isTrue();
        world.run(Flow.BUY_ORDERS, Flow.ITEM_DELIVERIES, Flow.SELL_ORDERS);
        assertThat(world.differences()).isEmpty();
        world.sandbox().log().clear();
    }

    private static String remoteId(OptiplyRecord record) {
        return record.attributes().path("remoteIdMap").path("9021").asText();
    }

    @Test
    void asksForEachThatAShortListLacksBeforeItBelievesIt() {
        world.distort(new HalfLists("products", false));
        RunReport report = compare();
        world.distort((request, answer) -> answer);

        assertThat(report.counts().parked()).isEmpty();
        assertThat(report.counts().unchanged()).isEqualTo(report.counts().read());
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void concludesNothingFromAListThatIsShorterThanItSays() throws InterruptedException {
        world.distort(new HalfLists("products", true));
        RunResult result = run(world);
        world.distort((request, answer) -> answer);

        assertThat(result.thrown()).hasMessageContaining("or was not as long as Optiply says it is");
        assertThat(world.writes()).isEmpty();
        assertThat(compare().counts().parked()).isEmpty();
    }

    @Test
    void doesNothingAboutAListThatLacksTooMuch() throws InterruptedException {
        try (SyncWorld guarded = SyncSetup.plain(40).guardedAsUsual().start()) {
            guarded.run();
            guarded.products().subList(0, 20).forEach(one -> guarded.account().deleteByUser("products", one.id()));
            guarded.sandbox().log().clear();

            RunResult result = run(guarded);

            assertThat(result.thrown()).hasMessageContaining("lacks 20 of the 40");
            assertThat(guarded.writes()).isEmpty();
            assertThat(guarded.state().links().values()).allMatch(link -> link.optiplyId() != null);
        }
    }

    @Test
    void aLookTellsWhatBearsOurNameAndNobodyKnows() throws InterruptedException {
        long stranger = new OtherProgram(world).repeat(createOfAProduct);
        StateRows before = world.state();

        assertThat(look()).singleElement().satisfies(found -> {
            assertThat(found.sort()).isEqualTo(Sort.UNKNOWN);
            assertThat(found.optiplyId()).hasToString(Long.toString(stranger));
        });
        assertThat(compare().counts().written().total()).isZero();
        assertThat(world.state().links()).isEqualTo(before.links());
        world.account().deleteByUser("products", stranger);
    }

    private static RunReport compare() {
        return world.run(Flow.COMPARISON).get(0);
    }

    private static RunResult run(SyncWorld one) throws InterruptedException {
        return new OneTimeRun(one.engine())
                .run(SyncSetup.ACME, List.of(Flow.COMPARISON))
                .get(0);
    }

    /** What the command `compare` finds, which must leave everything that is believed as it was. */
    private static List<Difference> look() throws InterruptedException {
        StateRows before = world.state();
        RunResult result = new OneTimeRun(world.engine()).look(SyncSetup.ACME).orElseThrow();
        assertThat(result.thrown()).isNull();
        assertThat(world.state().links()).isEqualTo(before.links());
        RunReport report = result.report();
        return world.engine().store().read(tx -> tx.differences().of(SyncSetup.ACME, new RunId(report.run())));
    }

    private static long edit(String resource, ObjectNode attributes) {
        long id = first(resource).id();
        world.account().editByUser(resource, id, attributes);
        return id;
    }

    private static OptiplyRecord first(String resource) {
        return ours(resource).get(0);
    }

    private static void delete(String resource, OptiplyRecord record) {
        world.account().deleteByUser(resource, record.id());
    }

    /** One that no order names: an order keeps the id of what is deleted, and nobody may change it. */
    private static OptiplyRecord unordered(String resource, String reference, String... orders) {
        Set<Long> named = Stream.of(orders)
                .flatMap(kind -> world.account().all(kind).stream())
                .map(order -> order.attributes().path(reference).asLong())
                .collect(toSet());
        return ours(resource).stream()
                .filter(record -> !named.contains(record.id()))
                .findFirst()
                .orElseThrow();
    }

    /** A record that a person made is left alone. */
    private static List<OptiplyRecord> ours(String resource) {
        return world.account().all(resource).stream()
                .filter(record ->
                        record.attributes().path("createdFromPublicApi").asBoolean())
                .toList();
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
