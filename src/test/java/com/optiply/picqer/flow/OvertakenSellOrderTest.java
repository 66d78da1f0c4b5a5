package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order older than the days that are read again, which moves on from one night to the next until no list has it. */
class OvertakenSellOrderTest extends SellOrderInStep {
    @ParameterizedTest
    @ValueSource(strings = {"expected", "processing", "paused"})
    void anOldDraftIsFoundInEveryOpenStatus(String status) {
        long old = draftOfOld();
        world.user().changeOrderStatus(old, status);
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(asked(old)).isZero();
        assertThat(world.writes("POST")).hasSize(1);
        requireInStep();
    }

    @Test
    void aDraftThatIsShippedBetweenTwoNightsIsSoldAndAskedForOnce() {
        long old = draftOfOld();
        world.user().changeOrderStatus(old, "completed");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(asked(old)).isEqualTo(1);
        assertThat(world.writes("POST")).hasSize(1);
        requireInStep();
        requireNoMoreAsked(old);
    }

    @Test
    void aDraftOfTheFirstLoadIsAskedForByTheFirstNightToo() {
        long old = addOldOrder("concept");
        run(Flow.SELL_ORDERS);
        world.user().changeOrderStatus(old, "completed");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes("POST")).hasSize(1);
        requireInStep();
    }

    @Test
    void itStaysAskedForWhenTheRunBreaksOffBeforeItIsSent() {
        long old = draftOfOld();
        world.user().changeOrderStatus(old, "completed");
        world.faults().add(Fault.status(401).on("POST", "/optiply/v1/sellOrders"));
        assertThat(world.tryRun(Flow.CHANGED_SELL_ORDERS))
                .extracting(RunResult::thrown)
                .doesNotContainNull();
        world.faults().clear();
        run(Flow.SELL_ORDERS);

        requireInStep();
        requireNoMoreAsked(old);
    }

    /** No list has it any more, and the run that has read it by its id could not send what it learnt. */
    @ParameterizedTest
    @ValueSource(strings = {"/optiply/v1/sellOrders/.*", "/optiply/v1/sellOrderLines/.*"})
    void oneThatIsOpenInOptiplyIsAskedForUntilAllOfItIsTold(String refused) {
        long old = openInOptiply();
        world.user().changeOrderLine(old, line(old, 0), fields().put("amount", 11));
        world.user().changeOrderStatus(old, "completed");
        world.faults().add(Fault.status(401).on("PATCH", refused));
        assertThat(world.tryRun(Flow.CHANGED_SELL_ORDERS))
                .extracting(RunResult::thrown)
                .doesNotContainNull();
        world.faults().clear();
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
        requireNoMoreAsked(old);
    }

    /** What a process that was killed has written ahead, and nobody knows whether it was sent. */
    @Test
    void oneWhoseCompletionGotNoAnswerIsAskedForAgain() {
        long old = openInOptiply();
        world.user().changeOrderStatus(old, "completed");
        world.engine().store().saveDurably(tx -> tx.intents()
                .write(List.of(new Intent(
                        SyncSetup.ACME,
                        Kind.SELL_ORDERS,
                        new RemoteId(Long.toString(old)),
                        null,
                        "",
                        Action.PATCH,
                        "{\"completed\":\"2024-02-03T10:00:00Z\"}",
                        new RunId(1),
                        Instant.EPOCH))));
        run(Flow.CHANGED_SELL_ORDERS);

        requireInStep();
        requireNoMoreAsked(old);
    }

    private long openInOptiply() {
        long old = addOldOrder("processing");
        run(Flow.SELL_ORDERS);
        requireInStep();
        return old;
    }

    /** The list that it was in has been read, and it gets to one that is still to be read. */
    @Test
    void aDraftThatMovesOnWhileTheRunReadsIsNotLost() {
        long old = draftOfOld();
        world.watch(request -> {
            if (request.path().endsWith("/orders")
                    && String.valueOf(request.query()).contains("status=processing")) {
                world.watch(later -> {});
                world.user().changeOrderStatus(old, "processing");
            }
        });
        run(Flow.CHANGED_SELL_ORDERS);
        world.user().changeOrderStatus(old, "completed");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.differences(history)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"paused, status", "processing, no_lines", "processing, other_warehouse"})
    void whateverKeptAnOpenOrderOutItsLastStatusDecides(String status, String reason) {
        if (reason.equals("status")) {
            world.choose(customer -> customer.getSellOrders().setStatuses("processing, completed"));
        }
        long old = addOldOrder(status);
        var lines = row(old).withArray("products").deepCopy();
        switch (reason) {
            case "no_lines" -> world.user()
                    .putOrderVerbatim(row(old).deepCopy()
                            .set("products", fields().arrayNode())
                            .toString());
            case "other_warehouse" -> world.user()
                    .changeOrder(
                            old, fields().set("warehouses", fields().arrayNode().add(21)));
            default -> {}
        }
        run(Flow.SELL_ORDERS);
        assertThat(run(Flow.CHANGED_SELL_ORDERS).counts().filtered()).containsEntry(reason, 1L);
        var shipped = row(old).deepCopy();
        shipped.putArray("warehouses");
        shipped.set("products", lines);
        world.user().putOrderVerbatim(shipped.put("status", "completed").toString());
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.writes("POST")).hasSize(1);
        assertThat(world.differences(history)).isEmpty();
        requireNoMoreAsked(old);
    }

    @Test
    void aCancellationThatIsTakenBackAndShippedOnTheNextDayIsSold() {
        long old = addOldOrder("processing");
        run(Flow.SELL_ORDERS);
        run(Flow.CHANGED_SELL_ORDERS);
        world.user().changeOrderStatus(old, "cancelled");
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).hasSize(1);
        world.user().changeOrderStatus(old, "completed");
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(world.account().all("sellOrders")).hasSize(2);
        requireInStep();
        requireNoMoreAsked(old);
    }

    /** Years of them are in the first load; and one that stays cancelled is asked for once more, then never again. */
    @Test
    void cancelledOrdersAreNotAskedForNightAfterNight() {
        long everCancelled = addOldOrder("cancelled");
        long old = addOldOrder("processing");
        run(Flow.SELL_ORDERS);
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(asked(everCancelled)).isZero();
        world.user().changeOrderStatus(old, "cancelled");
        run(Flow.CHANGED_SELL_ORDERS);
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(asked(old)).isEqualTo(2);

        requireNoMoreAsked(old);
        assertThat(world.state().grounds()).isEmpty();
    }

    /** The night after it was in the list of the last weeks for the last time. */
    @Test
    void aCancelledOrderThatGetsTooOldForTheListIsAskedForOnce() {
        putOrder("cancelled", LocalDate.now(ZoneId.of("Europe/Amsterdam")));
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(asked(order)).isZero();
        assertThat(world.account().all("sellOrders")).isEmpty();
        putOrder("completed", LocalDate.of(2024, 2, 1));
        run(Flow.CHANGED_SELL_ORDERS);

        assertThat(asked(order)).isEqualTo(1);
        assertThat(world.writes("POST")).hasSize(1);
        requireInStep();
        requireNoMoreAsked(order);
    }

    private void putOrder(String status, LocalDate created) {
        world.user()
                .putOrderVerbatim(row(order)
                        .deepCopy()
                        .put("created", created + " 00:00:00")
                        .put("status", status)
                        .toString());
    }

    private long draftOfOld() {
        long old = addOldOrder("concept");
        run(Flow.SELL_ORDERS);
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.writes()).isEmpty();
        return old;
    }

    private int asked(long idorder) {
        return asked(".*/orders/" + idorder).size();
    }

    private void requireNoMoreAsked(long idorder) {
        world.sandbox().log().clear();
        run(Flow.CHANGED_SELL_ORDERS);
        run(Flow.SELL_ORDERS);
        assertThat(asked(idorder)).isZero();
    }
}
