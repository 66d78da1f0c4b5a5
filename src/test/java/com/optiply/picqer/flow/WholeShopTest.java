package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every flow, over a shop with every odd record that the rules speak of, next to the oracle's reading of the rules. */
class WholeShopTest {
    private static SyncWorld world;
    private static List<String> afterTheFirstLoad;

    @BeforeAll
    static void begin() {
        world = SyncSetup.of(Worlds.whole()).start();
        world.runAll().forEach(report -> Accounting.requireSound(report, java.util.Map.of()));
        afterTheFirstLoad = world.differencesOfAFirstLoad();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void agreesWithTheOracleRecordByRecordAndHoldsNothingElse() {
        assertThat(afterTheFirstLoad).isEmpty();
    }

    @Test
    void writesNothingWhenNothingChanged() {
        world.sandbox().log().clear();

        List<RunReport> reports = world.runAll();

        assertThat(world.writes())
                .filteredOn(request -> request.applied() < 400)
                .extracting(LoggedRequest::path)
                .as("writes of runs without changes: %s", reports)
                .isEmpty();
    }

    @Test
    void isLinkedAgainWithoutADuplicateWhenTheStateIsLost() {
        world.loseState();
        world.sandbox().log().clear();
        world.runAll();
        world.runAll();

        assertThat(world.writes())
                .filteredOn(request -> request.applied() < 400)
                .extracting(LoggedRequest::method)
                .as("creates and deletes")
                .doesNotContain("POST", "DELETE");
        assertThat(world.differences()).isEmpty();
    }
}
