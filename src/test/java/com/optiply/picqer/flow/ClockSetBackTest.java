package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A machine whose clock is set back between two runs. */
@Timeout(120)
class ClockSetBackTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Test
    void waitsForALostAnswerNoLongerThanFromNowOn() {
        try (SyncWorld world = SyncSetup.plain(2).impatient().start()) {
            world.run();
            world.user()
                    .addProduct(instance.objectNode()
                            .put("productcode", "NEW")
                            .put("name", "New")
                            .put("price", 5));
            world.faults().add(Fault.resetAfter().on("POST", "/optiply/v1/products"));
            world.faults().add(Fault.resetBefore().on("GET", "/optiply/v1/products"));
            assertThat(world.tryRun().thrown()).isNotNull();
            world.faults().clear();

            world.goOn(Duration.ofHours(-1));
            world.run();

            assertThat(world.events().settling()).isNotEmpty().allMatch(wait -> wait.compareTo(LONGEST) < 0);
            assertThat(world.compare().differences()).isEmpty();
        }
    }
}
