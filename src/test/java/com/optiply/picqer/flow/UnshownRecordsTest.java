package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Optiply is asked for one record alone, says yes, and does not show it: then nobody knows whether it is there. */
class UnshownRecordsTest {
    private static final String AN_ERROR = "{\"errors\":[{\"status\":\"500\",\"title\":\"Internal error\"}]}";
    private static final String ANOTHER = "{\"data\":{\"id\":\"7\",\"type\":\"products\",\"attributes\":{}}}";

    private static SyncWorld world;

    @BeforeAll
    static void begin() {
        world = SyncSetup.of(Worlds.whole()).start();
        world.runAll();
    }

    @BeforeEach
    void forgetRequests() {
        world.sandbox().log().clear();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products",
                "suppliers",
                "supplierProducts",
                "productCompositions",
                "buyOrders",
                "buyOrderLines",
                "sellOrders",
                "sellOrderLines",
                "receiptLines"
            })
    void whatSlippedPastTheListIsNotTakenForDeleted(String resource) {
        requireNothingIsConcluded(resource, AN_ERROR);
    }

    @Test
    void anotherRecordSaysAsLittleOfTheOneThatWasAskedFor() {
        requireNothingIsConcluded("products", ANOTHER);
    }

    private static void requireNothingIsConcluded(String resource, String answer) {
        StateRows before = world.state();
        HalfLists halved = new HalfLists(resource, false);
        world.distort((request, whole) -> isOfOne(request, resource)
                ? new SimulatedResponse(200, whole.headers(), answer.getBytes(UTF_8))
                : halved.apply(request, whole));
        RunResult result = world.tryRun(Flow.COMPARISON).get(0);
        world.distort((request, whole) -> whole);

        assertThat(result.thrown()).hasMessageContaining("did not show").hasMessageContaining(resource);
        assertThat(world.state().links()).isEqualTo(before.links());
        RunReport next = world.run(Flow.COMPARISON).get(0);
        assertThat(next.counts().unchanged()).isEqualTo(next.counts().read());
        assertThat(world.writes()).isEmpty();
    }

    /** By its id, or by what tells it from others: all lists are asked for by the account alone. */
    private static boolean isOfOne(SimulatedRequest request, String resource) {
        boolean isById = request.path().matches(".*/" + resource + "/\\d+");
        boolean isByKey = request.path().endsWith("/" + resource)
                && request.query().keySet().stream()
                        .anyMatch(name -> name.startsWith("filter[") && !name.equals("filter[accountId]"));
        return isById || isByKey;
    }

    @Test
    void theOrderThatAMarkNamesIsNotMadeOnceMore() {
        try (SyncWorld shop = SyncSetup.plain(4).impatient().start()) {
            Placements placements = new Placements(shop);
            placements.goLive();
            long order = placements.place(placements.line(0, 3, "6.00"));
            long ordered = placements.purchases().order(placements.purchases().line(0, 3, 2));
            shop.user().changePurchaseOrder(ordered, instance.objectNode().put("remarks", "Optiply-" + order));
            shop.faults().add(Fault.status(200).on("GET", "/optiply/v1/buyOrders/" + order));

            RunReport imported = shop.run(Flow.BUY_ORDERS).get(0);

            assertThat(imported.counts().parked()).containsEntry("unconfirmed", 1L);
            shop.faults().clear();
            placements.importPurchaseOrders();
            assertThat(shop.account().count("buyOrders")).isEqualTo(1);
        }
    }
}
