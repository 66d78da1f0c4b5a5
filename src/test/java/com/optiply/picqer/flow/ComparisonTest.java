package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.Flow;
import com.optiply.picqer.sync.Recreation;
import com.optiply.picqer.sync.RunReport;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people edit and delete in Optiply's own screens, and what the comparison at night makes of it. */
class ComparisonTest {
    private final SyncWorld world = SyncSetup.of(Worlds.whole()).start();

    @BeforeEach
    void begin() {
        world.runAll();
        world.sandbox().log().clear();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void writesNothingWhereNobodyTouchedAnything() {
        RunReport report = compare();

        assertThat(world.writes()).isEmpty();
        assertThat(report.counts().unchanged()).isPositive();
    }

    @Test
    void repairsWhatWasEditedAndLeavesWhatIsTheUsersOwn() {
        long product = edit("products", fields().put("stockLevel", 4711).put("minimumStock", 12));
        edit("sellOrderLines", fields().put("quantity", 77));
        edit("buyOrders", fields().put("totalValue", 1.5));

        RunReport report = compare();

        assertThat(world.writes()).hasSize(3);
        assertThat(report.counts().written().patch()).isEqualTo(1);
        assertThat(report.besides().get("sellOrderLines").written().patch()).isEqualTo(1);
        assertThat(report.besides().get("buyOrders").written().patch()).isEqualTo(1);
        OptiplyRecord repaired = world.account().byId("products", product).orElseThrow();
        assertThat(repaired.attributes().path("minimumStock").asInt()).isEqualTo(12);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void createsAgainWhatIsOursToCreate() {
        for (String resource : List.of("productCompositions", "supplierProducts")) {
            world.account().deleteByUser(resource, first(resource).id());
        }

        RunReport report = compare();
        assertThat(report.besides().get("supplierProducts").parked()).containsEntry("created_again", 1L);
        world.run(Flow.SUPPLIER_PRODUCTS, Flow.COMPOSITIONS);

        assertThat(world.differences()).isEmpty();
    }

    @Test
    void leavesADeletedOrderToAPersonAndTellsItOnceForAllItsLines() {
        world.account().deleteByUser("sellOrders", first("sellOrders").id());

        RunReport report = compare();

        assertThat(report.besides().get("sellOrders").parked()).containsOnlyKeys("deleted_in_optiply");
        assertThat(report.besides().get("sellOrderLines").parked()).isEmpty();
        assertThat(compare().besides().get("sellOrders").parked()).isEmpty();
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void bringsADeletedOrderBackWhenAPersonAsksForIt() {
        OptiplyRecord order = first("sellOrders");
        String remoteId = order.attributes().path("remoteIdMap").path("9021").asText();
        world.account().deleteByUser("sellOrders", order.id());
        compare();
        world.run(Flow.SELL_ORDERS, Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().byRemoteId("sellOrders", "9021", remoteId)).isEmpty();

        Recreation recreation = new Recreation(world.engine().store(), Clock.systemUTC());
        assertThat(recreation.ask(SyncSetup.ACME, Kind.SELL_ORDERS, new RemoteId(remoteId)))
                .isTrue();
        world.run(Flow.SELL_ORDERS);

        assertThat(world.account().byRemoteId("sellOrders", "9021", remoteId)).hasSize(1);
        assertThat(world.differences()).isEmpty();
    }

    @Test
    void doesNothingAboutAListThatLacksTooMuch() throws InterruptedException {
        try (SyncWorld guarded = SyncSetup.plain(40).guardedAsUsual().start()) {
            guarded.run();
            guarded.products().subList(0, 20).forEach(one -> guarded.account().deleteByUser("products", one.id()));
            guarded.sandbox().log().clear();

            RunResult result = new OneTimeRun(guarded.engine())
                    .run(SyncSetup.ACME, List.of(Flow.COMPARISON))
                    .get(0);

            assertThat(result.thrown()).hasMessageContaining("lacks 20 of the 40");
            assertThat(guarded.writes()).isEmpty();
            assertThat(guarded.state().links().values()).allMatch(link -> link.optiplyId() != null);
        }
    }

    private RunReport compare() {
        return world.run(Flow.COMPARISON).get(0);
    }

    private long edit(String resource, ObjectNode attributes) {
        long id = first(resource).id();
        world.account().editByUser(resource, id, attributes);
        return id;
    }

    /** The first that is ours; a record that a person made is left alone. */
    private OptiplyRecord first(String resource) {
        return world.account().all(resource).stream()
                .filter(record ->
                        record.attributes().path("createdFromPublicApi").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
