package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A delete, struck by everything that can strike a request: the next run has it done, if this one has not. */
class DeletesUnderFaultsTest extends SellOrderInStep {
    static Stream<Arguments> everyKind() {
        return RunsUnderFaultsTest.kinds().entrySet().stream()
                .map(kind -> Arguments.of(kind.getKey(), kind.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void aCancelledOrderIsGoneByTheNextRunAtTheLatest(String kind, Fault fault) {
        world.user().changeOrderStatus(order, "cancelled");
        world.faults().add(fault.on("DELETE", ".*/v1/sellOrders/.*").occurring(Occurrences.nth(1)));

        RunResult struck = world.tryRun(Flow.CHANGED_SELL_ORDERS).get(0);
        assertThat(RunsUnderFaultsTest.struck(world)).as(kind).isPositive();
        assertThat(struck.report()).isNotNull();
        assertThat(struck.report().outcome() == Outcome.COMPLETE
                        || struck.report().problem() != null)
                .as("is honest")
                .isTrue();
        world.faults().clear();
        world.goOn(Duration.ofDays(1));
        world.run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.account().all("sellOrders")).isEmpty();
        requireInStep();
    }
}
