package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.MomentInFilter;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sell order of which something gets lost, or that moves while it is read. */
class DisturbedSellOrderTest extends SellOrderInStep {
    @Test
    void followsAChangeThatIsMadeWhileItIsBeingReadTwice() {
        world.user().changeOrderLine(order, line(0), fields().put("amount", 7));
        world.events().onPage(() -> {
            world.events().onPage(() -> {});
            world.user().changeOrderLine(order, line(1), fields().put("amount", 8));
        });
        run(Flow.CHANGED_SELL_ORDERS);
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
    }

    @Test
    void followsAStatusThatChangesBetweenTheLists() {
        world.events().onPage(() -> {
            world.events().onPage(() -> {});
            world.user().changeOrderStatus(order, "paused");
            world.user().changeOrderLine(order, line(0), fields().put("amount", 12));
        });
        run(Flow.CHANGED_SELL_ORDERS);
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
    }

    @Test
    void endsAsItWasWhenItsChangeAndTheAnswerToThatWereLost() {
        world.faults().add(Fault.resetAfter().on("PATCH", "/optiply/v1/sellOrders/.*"));
        world.user().changeOrderStatus(order, "completed");
        run(Flow.CHANGED_SELL_ORDERS);
        world.faults().clear();
        world.user().changeOrderStatus(order, "processing");
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
    }

    @Test
    void endsAsItWasWhenTheEngineStoppedBeforeTheAnswerCame() {
        world.faults().add(Fault.timeOutAfter().on("PATCH", "/optiply/v1/sellOrderLines/.*"));
        world.user().changeOrderLine(order, line(0), fields().put("amount", 7));
        run(Flow.CHANGED_SELL_ORDERS);
        world.faults().clear();
        world.restart();
        world.user().changeOrderLine(order, line(0), fields().put("amount", 1));
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
    }

    @ParameterizedTest
    @EnumSource(MomentInFilter.class)
    void isFoundByItsMomentWhenTheAnswerToItsCreateWasLost(MomentInFilter moment) {
        world.optiply().switches(world.optiply().switches().with(moment));
        world.faults().add(Fault.resetAfter().on("POST", "/optiply/v1/sellOrders"));
        long lost = addOldOrder("completed");
        run(Flow.SELL_ORDERS);
        world.faults().clear();
        run(Flow.SELL_ORDERS);

        assertThat(world.account().byRemoteId("sellOrders", "9021", Long.toString(lost)))
                .hasSize(1);
        requireInStep();
    }

    @Test
    void isSentByTheFirstRunThatMayWriteThoughOthersHaveReadItBefore() {
        world.choose(customer -> customer.setWrites("off"));
        long old = addOldOrder("completed");
        RunReport compared = run(Flow.SELL_ORDERS);
        assertThat(compared.counts().withheld().create()).isEqualTo(1);
        assertThat(world.writes()).isEmpty();
        world.choose(customer -> customer.setWrites("all"));
        run(Flow.SELL_ORDERS);

        assertThat(world.account().byRemoteId("sellOrders", "9021", Long.toString(old)))
                .hasSize(1);
        requireInStep();
    }

    @Test
    void isFollowedToAnEndThatCameWhileNothingWasToBeWritten() {
        long old = addOldOrder("processing");
        run(Flow.SELL_ORDERS);
        world.choose(customer -> customer.setWrites("off"));
        world.user().changeOrderStatus(old, "completed");
        assertThat(run(Flow.CHANGED_SELL_ORDERS).counts().withheld().patch()).isEqualTo(1);
        world.sandbox().log().clear();
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(asked(".*/orders/" + old))
                .as("once more while nothing may be written")
                .isEmpty();
        world.choose(customer -> customer.setWrites("all"));
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
    }

    @Test
    void isAskedForNoMoreWhenALineOfItWasRefusedAndItIsCancelled() {
        world.faults().add(Fault.status(500).on("PATCH", "/optiply/v1/sellOrderLines/.*"));
        world.user().changeOrderLine(order, line(0), fields().put("amount", 7));
        assertThat(run(Flow.CHANGED_SELL_ORDERS).besides().get("sellOrderLines").parked())
                .isEqualTo(Map.of("server_error", 1L));
        world.faults().clear();
        world.user().cancelOrder(order);
        run(Flow.CHANGED_SELL_ORDERS);
        world.goOn(Duration.ofHours(7));
        run(Flow.SELL_ORDERS);

        assertThat(world.account().byRemoteId("sellOrders", "9021", Long.toString(order)))
                .isEmpty();
        assertThat(world.state().parked()).isEmpty();
    }

    @Test
    void isAdoptedAndNotCreatedTwiceWhenTheStateIsLost() {
        world.loseState();
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.SELL_ORDERS);

        assertThat(world.writes("POST")).isEmpty();
        requireInStep();
    }
}
