package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.world.AwkwardCase;
import com.optiply.picqer.sandbox.world.AwkwardWorld;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every odd product that there is, next to the comparer's reading of the rules. */
class AwkwardShopTest {
    private static SyncWorld world;
    private static RunReport first;

    @BeforeAll
    static void begin() {
        world = SyncSetup.of(Worlds.awkward()).start();
        first = world.run();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void agreesWithTheComparerProductByProduct() {
        world.requireInStep(first);
    }

    @Test
    void countsEveryReasonAsTheComparerDoes() {
        Map<String, Long> verdicts = new TreeMap<>(world.compare().verdicts());
        long sent = verdicts.remove("in_optiply");

        assertThat(Accounting.reasons(first.counts())).isEqualTo(verdicts);
        assertThat(first.counts().written().create()).isEqualTo(sent);
        assertThat(world.account().count("products")).isEqualTo((int) sent);
    }

    @Test
    void triesOnlyTheRefusedAgainAndNotBeforeTheirTime() {
        world.sandbox().log().clear();
        world.requireInStep(world.run());
        assertThat(world.writes()).isEmpty();

        world.goOn(Duration.ofDays(1));
        RunReport next = world.run();

        world.requireInStep(next);
        assertThat(world.writes()).extracting(LoggedRequest::applied).containsOnly(400);
        assertThat(world.writes())
                .hasSize(world.compare().verdicts().get("rejected").intValue());
    }

    /** A person who asks why a product is not in Optiply finds the reason in the state. */
    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseIsInOptiplyOrHasItsReason(AwkwardCase odd) {
        StateRows.Link link = world.state().link(odd.idproduct());

        if (link.optiplyId() == null) {
            assertThat(link.reason()).as(odd.about()).isNotBlank();
        } else {
            assertThat(link.standing()).as(odd.about()).isEqualTo("send");
        }
    }

    static Iterable<AwkwardCase> cases() {
        return AwkwardWorld.cases().stream().filter(odd -> odd.idproduct() != 0).toList();
    }
}
