package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that Picqer still expects, or has still to send, and that somebody completed in Optiply's own screens. */
class CompletedByAPersonTest {
    private static SyncWorld world;

    @BeforeAll
    static void begin() {
        world = SyncSetup.of(Worlds.whole()).start();
        world.runAll();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"buyOrders", "sellOrders"})
    void areOpenedAgainByTheComparison(String resource) throws InterruptedException {
        List<Long> open = open(resource);
        assertThat(open).isNotEmpty();
        for (long order : open) {
            world.account().editByUser(resource, order, instance.objectNode().put("completed", "2025-10-08T08:00:00Z"));
        }
        assertThat(look()).hasSameSizeAs(open).allSatisfy(found -> {
            assertThat(found.attribute()).isEqualTo("completed");
            assertThat(found.wanted()).isEqualTo("null");
        });

        world.run(Flow.COMPARISON);

        assertThat(open(resource)).isEqualTo(open);
        assertThat(world.differences()).isEmpty();
        assertThat(look()).isEmpty();
    }

    private static List<Long> open(String resource) {
        return world.account().all(resource).stream()
                .filter(order -> order.attributes().path("createdFromPublicApi").asBoolean())
                .filter(order -> !order.attributes().hasNonNull("completed"))
                .map(OptiplyRecord::id)
                .toList();
    }

    private static List<Difference> look() throws InterruptedException {
        RunId run = new RunId(Objects.requireNonNull(new OneTimeRun(world.engine())
                        .look(SyncSetup.ACME)
                        .orElseThrow()
                        .report())
                .run());
        return world.engine().store().read(tx -> tx.differences().of(SyncSetup.ACME, run));
    }
}
