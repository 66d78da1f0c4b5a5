package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.run.Flow;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody edited in Optiply and the comparison tried to repair, without hearing that it was: its flow reads it
 * again, although nothing changed in Picqer.
 */
class UnansweredRepairsTest {
    private static final Flow[] FLOWS_OF_PICQER =
            Stream.of(Flow.values()).filter(Flow::readsPicqer).toArray(Flow[]::new);

    private static SyncWorld world;

    private Runnable undo = () -> {};

    @BeforeAll
    static void begin() {
        world = SyncSetup.of(Worlds.whole()).impatient().start();
        world.runAll();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    static Stream<Arguments> edits() {
        return values().flatMap(edit -> Stream.of("refused", "failed", "unanswered", "unauthorised", "not noted")
                .map(outcome -> Arguments.of(edit.getKey(), edit.getValue(), outcome)));
    }

    static Stream<Map.Entry<String, String>> values() {
        return Stream.of(
                Map.entry("sellOrders", "totalValue"),
                Map.entry("sellOrderLines", "quantity"),
                Map.entry("buyOrders", "totalValue"),
                Map.entry("buyOrderLines", "quantity"),
                Map.entry("receiptLines", "quantity"),
                Map.entry("productCompositions", "partQuantity"),
                Map.entry("products", "stockLevel"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void isRepairedByItsFlow(String resource, String attribute, String outcome) {
        tryToRepair(resource, attribute, outcome);

        world.run(FLOWS_OF_PICQER);

        assertThat(world.differences()).isEmpty();
    }

    /** As after a kill, where the comparison that was cut short is the first that is made up for. */
    @ParameterizedTest
    @MethodSource("values")
    void isNotTakenForDeletedByAComparisonThatComesBeforeItsFlow(Map.Entry<String, String> value) {
        tryToRepair(value.getKey(), value.getValue(), "not noted");
        assertThat(isAnyUnanswered()).isTrue();
        world.sandbox().log().clear();

        world.run(Flow.COMPARISON);
        assertThat(world.writes()).as("of the comparison").isEmpty();
        world.run(FLOWS_OF_PICQER);

        assertThat(world.writes("POST")).as("created again").isEmpty();
        assertThat(world.differences()).isEmpty();
    }

    private static boolean isAnyUnanswered() {
        return world.engine().store().read(tx -> tx.intents().isAny(SyncSetup.ACME));
    }

    private void tryToRepair(String resource, String attribute, String outcome) {
        OptiplyRecord record = world.account().all(resource).stream()
                .filter(one -> one.attributes().path("createdFromPublicApi").asBoolean())
                .findFirst()
                .orElseThrow();
        long id = record.id();
        ObjectNode before =
                instance.objectNode().set(attribute, record.attributes().get(attribute));
        undo = () -> world.account().editByUser(resource, id, before);
        world.account().editByUser(resource, id, instance.objectNode().put(attribute, 77));
        trouble(outcome, "/optiply/v1/" + resource + "/" + id);

        world.tryRun(Flow.COMPARISON);

        assertThat(world.differences().isEmpty()).isEqualTo(outcome.equals("not noted"));
        world.faults().clear();
        world.watch(request -> {});
        world.goOn(Duration.ofHours(7));
    }

    private void trouble(String outcome, String path) {
        switch (outcome) {
            case "refused" -> fail(Fault.status(422), path);
            case "failed" -> fail(Fault.status(500), path);
            case "unanswered" -> fail(Fault.resetBefore(), path);
            case "unauthorised" -> fail(Fault.status(401), path);
            case "not noted" -> world.watch(request -> {
                if (request.method().equals("PATCH") && path.endsWith(request.path())) {
                    takeOver();
                }
            });
            default -> throw new IllegalArgumentException(outcome);
        }
    }

    private static void fail(Fault fault, String path) {
        world.faults().add(fault.on("PATCH", path));
    }

    /** As another process does it that takes this one for dead: what the answer says is not stored. */
    private static void takeOver() {
        world.engine().store().saveDurably(tx -> tx.runs()
                .interruptOpen(
                        SyncSetup.ACME,
                        Flow.COMPARISON.code(),
                        Clock.systemUTC().instant()));
    }
}
