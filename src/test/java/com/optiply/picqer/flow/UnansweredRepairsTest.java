package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.util.List;
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
        return Stream.of(
                        List.of("sellOrders", "totalValue"),
                        List.of("sellOrderLines", "quantity"),
                        List.of("buyOrders", "totalValue"),
                        List.of("buyOrderLines", "quantity"),
                        List.of("receiptLines", "quantity"),
                        List.of("productCompositions", "partQuantity"),
                        List.of("products", "stockLevel"))
                .flatMap(edit -> Stream.of("refused", "failed", "unanswered", "unauthorised")
                        .map(fault -> Arguments.of(edit.get(0), edit.get(1), fault)));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void isRepairedByItsFlow(String resource, String attribute, String outcome) {
        OptiplyRecord record = world.account().all(resource).stream()
                .filter(one -> one.attributes().path("createdFromPublicApi").asBoolean())
                .findFirst()
                .orElseThrow();
        long id = record.id();
        ObjectNode before =
                instance.objectNode().set(attribute, record.attributes().get(attribute));
        undo = () -> world.account().editByUser(resource, id, before);
        world.account().editByUser(resource, id, instance.objectNode().put(attribute, 77));
        world.faults().add(fault(outcome).on("PATCH", "/optiply/v1/" + resource + "/" + id));

        world.tryRun(Flow.COMPARISON);

        assertThat(world.differences()).isNotEmpty();
        world.faults().clear();
        world.goOn(Duration.ofHours(7));
        world.run(FLOWS_OF_PICQER);
        assertThat(world.differences()).isEmpty();
    }

    private static Fault fault(String outcome) {
        return switch (outcome) {
            case "refused" -> Fault.status(422);
            case "failed" -> Fault.status(500);
            case "unanswered" -> Fault.resetBefore();
            case "unauthorised" -> Fault.status(401);
            default -> throw new IllegalArgumentException(outcome);
        };
    }
}
