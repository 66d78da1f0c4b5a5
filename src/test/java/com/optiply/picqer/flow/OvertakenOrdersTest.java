package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.oracle.PlacedOrders;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that their buyers give up or change in Optiply after a run has listed them, and before it orders them. */
class OvertakenOrdersTest extends ExportsOfOneShop {

    @BeforeEach
    void forgetRequests() {
        world.sandbox().log().clear();
    }

    @AfterEach
    void leaveAlone() {
        world.watch(request -> {});
    }

    @Test
    void whatIsCompletedOrDeletedWhileAnotherIsPlacedIsNotOrdered() {
        long first = place();
        long completed = place();
        long deleted = place();
        long last = place();
        whileIsPlaced(first, () -> {
            placements.complete(completed);
            world.account().deleteByUser("buyOrders", deleted);
        });

        RunReport report = placements.export();

        placements.requireOrderedOnce(first);
        placements.requireOrderedOnce(last);
        for (long order : List.of(completed, deleted)) {
            assertThat(placements.marked(order)).isEmpty();
            assertThat(placements.parkedFor(order)).isNull();
        }
        assertThat(report.counts().filtered()).containsEntry("not_open", 2L);
        assertThat(report.counts().parked()).isEmpty();
        assertThat(report.counts().addsUp()).isTrue();
        assertThat(placements.underWay()).isEmpty();
        requireNothingMoreIsPlaced();
    }

    /** The lines of a whole page are read before its first order is placed, and Picqer may make that one wait too. */
    @Test
    void theFirstOfAPageIsNoExceptionAndMayBeOpenedAgain() {
        long order = place();
        world.watch(request -> {
            if (request.path().endsWith("/buyOrderLines")) {
                world.watch(later -> {});
                placements.complete(order);
            }
        });

        placements.export();

        assertThat(placements.marked(order)).isEmpty();
        world.account().editByUser("buyOrders", order, fields().putNull("completed"));
        placements.export();
        placements.requireOrderedOnce(order);
    }

    /** Who is changing an order may not have come to the end: it is left to the next run, and ordered as it is then. */
    @Test
    void whatIsChangedWhileAnotherIsPlacedIsOrderedByTheNextRunAsItIsThen() {
        long first = place();
        long amount = place();
        long line = place();
        long supplier = place();
        long day = place();
        List<Long> changed = List.of(amount, line, supplier, day);
        whileIsPlaced(first, () -> {
            edit("buyOrderLines", placements.lines(amount).get(1).id(), "quantity", 7);
            world.account()
                    .deleteByUser("buyOrderLines", placements.lines(line).get(0).id());
            long other = placements.optiplyId(placements.purchases().otherSupplier());
            edit("buyOrders", supplier, "supplierId", other);
            world.account().editByUser("buyOrders", day, fields().put("expectedDeliveryDate", "2026-02-20T09:00:00Z"));
        });

        RunReport report = placements.export();

        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(report.counts().parked()).containsExactly(Map.entry("changed_in_optiply", 4L));
        assertThat(report.counts().addsUp()).isTrue();
        PlacedOrders oracle = new PlacedOrders(world.account(), world.oracleSettings());
        List<String> wanted = changed.stream().map(oracle::wanted).toList();
        for (long order : changed) {
            assertThat(placements.marked(order)).isEmpty();
            assertThat(placements.parkedFor(order)).isEqualTo("changed_in_optiply");
        }
        world.sandbox().log().clear();
        placements.export();
        assertThat(creates())
                .extracting(request -> PlacedOrders.canonical(DoorSamples.read(request.body())))
                .isEqualTo(wanted);
        for (long order : changed) {
            assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("purchased");
            assertThat(placements.parkedFor(order)).isNull();
        }
    }

    /** A note, or what Optiply itself keeps in an order, says nothing of what is to be ordered. */
    @Test
    void aChangeOfWhatPicqerIsNotToldDelaysNothing() {
        long first = place();
        long second = place();
        whileIsPlaced(
                first, () -> world.account().editByUser("buyOrders", second, fields().put("totalValue", "60.00")));

        placements.export();

        placements.requireOrderedOnce(second);
    }

    /** Something on the way answered in Optiply's place: nothing is ordered blindly. */
    @Test
    void whatOptiplyDoesNotShowIsNotOrderedByThisRun() {
        long order = place();
        long fine = place();
        world.faults().add(Fault.status(200).on("GET", "/optiply/v1/buyOrders/" + order));

        placements.export();

        assertThat(placements.marked(order)).isEmpty();
        assertThat(placements.parkedFor(order)).isEqualTo("unconfirmed");
        placements.requireOrderedOnce(fine);
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(order);
    }

    @Test
    void oneThatOptiplyFailsToShowCostsItselfOnly() {
        long order = place();
        long fine = place();
        world.faults().add(Fault.status(500).on("GET", "/optiply/v1/buyOrders/" + order));

        placements.export();

        assertThat(placements.marked(order)).isEmpty();
        assertThat(placements.parkedFor(order)).isEqualTo("server_error");
        placements.requireOrderedOnce(fine);
        placements.complete(order);
    }

    @Test
    void whereItFailsOnOneAfterTheOtherTheRunHasFailedAndNothingIsOrdered() {
        List<Long> orders = List.of(place(), place(), place(), place(), place());
        world.faults().add(Fault.status(500).on("GET", "/optiply/v1/buyOrders/\\d+"));

        List<RunResult> runs = world.tryRun(Flow.PURCHASE_ORDERS);

        assertThat(runs).extracting(RunResult::thrown).doesNotContainNull();
        assertThat(creates()).isEmpty();
        orders.forEach(placements::complete);
    }

    /** Two requests for each order that is placed; a run that places none asks for the list alone. */
    @Test
    void onlyWhatIsPlacedIsAskedForOnceMore() {
        long order = place();
        placements.export();
        assertThat(asked("/optiply/v1/buyOrders/" + order)).isEqualTo(1);
        assertThat(asked("/optiply/v1/buyOrderLines")).isEqualTo(2);
        world.sandbox().log().clear();

        placements.export();

        assertThat(asked("/optiply/v1/buyOrders/" + order)).isZero();
        assertThat(asked("/optiply/v1/buyOrderLines")).isZero();
    }

    private long place() {
        return placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
    }

    /** Optiply is about to answer that it knows the order's id in Picqer; the next one comes right after. */
    private void whileIsPlaced(long order, Runnable buyer) {
        world.watch(request -> {
            if (request.method().equals("PATCH") && request.path().endsWith("/buyOrders/" + order)) {
                world.watch(later -> {});
                buyer.run();
            }
        });
    }

    private void edit(String resource, long id, String attribute, long value) {
        world.account().editByUser(resource, id, fields().put(attribute, value));
    }

    private void requireNothingMoreIsPlaced() {
        world.sandbox().log().clear();
        placements.export();
        assertThat(placements.writesToPicqer()).isEmpty();
    }

    private List<LoggedRequest> creates() {
        return world.sandbox()
                .log()
                .requests(request ->
                        request.method().equals("POST") && request.path().equals(CREATE));
    }

    private int asked(String path) {
        return world.sandbox()
                .log()
                .requests(request ->
                        request.method().equals("GET") && request.path().equals(path))
                .size();
    }
}
