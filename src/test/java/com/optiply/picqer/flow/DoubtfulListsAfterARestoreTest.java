package com.optiply.picqer.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Flow;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state was put back, and the list that it is held against lacks what Optiply has: nothing is made twice. */
class DoubtfulListsAfterARestoreTest {
    private static final String NOTHING = "{\"data\":[],\"meta\":{\"totalResourceCount\":0}}";
    private static final String NOTHING_WITHOUT_A_TOTAL = "{\"data\":[]}";

    private SyncWorld world;

    private void putBack(SyncSetup setup) {
        world = setup.guardedAsUsual().start();
        world.runAll();
        world.runAll();
        assertThat(world.differences()).isEmpty();
        Path copy = world.backUp();
        world.putBack(copy);
        world.sandbox().log().clear();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void halfAListIsDoubted() {
        putBack(SyncSetup.plain(40));
        world.distort(new HalfLists("products", false));
        RunResult doubted = world.tryRun();

        assertThat(doubted.thrown()).hasMessageContaining("Optiply's list of products lacks 20 of the 40");
        requireInStepWithoutAWrite();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, NOTHING_WITHOUT_A_TOTAL})
    void anEmptyListIsDoubtedWhateverItIsOf(String answer) {
        putBack(SyncSetup.of(Worlds.whole()));
        world.distort(lists(answer));
        world.tryRun(Flow.values());

        assertThat(world.state().links().values()).anyMatch(link -> link.optiplyId() != null);
        requireInStepWithoutAWrite();
    }

    @Test
    void whoKnowsThatItIsTrueRaisesTheGuardsForARun() {
        putBack(SyncSetup.plain(40));
        world.products().subList(0, 20).forEach(one -> world.account().deleteByUser("products", one.id()));
        assertThat(world.tryRun().thrown()).hasMessageContaining("guards.share");

        world.choose(acme -> acme.getGuards().setShare("100 %"));
        world.run(Flow.PRODUCTS);

        assertThat(world.account().count("products")).isEqualTo(40);
    }

    private void requireInStepWithoutAWrite() {
        world.distort((request, answer) -> answer);
        world.runAll();
        assertThat(world.writes()).extracting(LoggedRequest::path).isEmpty();
        assertThat(world.differences()).isEmpty();
    }

    /** All that is asked of Optiply for a list is answered like that. */
    private static BiFunction<SimulatedRequest, SimulatedResponse, SimulatedResponse> lists(String answer) {
        return (request, whole) ->
                request.method().equals("GET") && request.query().containsKey("filter[accountId]")
                        ? new SimulatedResponse(200, whole.headers(), answer.getBytes(UTF_8))
                        : whole;
    }
}
