package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is lost, refused or killed on the way of an order to Picqer: it is ordered once, and never in half. */
class LostExportsTest extends ExportsOfOneShop {
    private static final String TELL = "/optiply/v1/buyOrders/\\d+";
    private static final String DOOR = "com.optiply.picqer.door.Door";
    /** Each strikes another order; the last is repeated by the door, because nothing was done. */
    private static final List<Fault> FAULTS = List.of(
            Fault.resetBefore(),
            Fault.resetAfter(),
            Fault.timeOutAfter(),
            Fault.status(500),
            Fault.status(500).afterApplying(),
            Fault.rateLimited(0));

    @Test
    void lostOnTheCreate() {
        lostOn("POST", CREATE);
    }

    @Test
    void lostOnTheMark() {
        lostOn("POST", MARK);
    }

    @Test
    void lostOnTheRemoteId() {
        lostOn("PATCH", TELL);
    }

    private void lostOn(String method, String path) {
        List<Long> orders = new ArrayList<>();
        for (int number = 0; number < FAULTS.size(); number++) {
            world.faults().add(FAULTS.get(number).on(method, path).occurring(Occurrences.nth(number + 1)));
            orders.add(placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00")));
        }

        RunReport faulty = placements.export();
        world.faults().clear();
        world.goOn(LATER);
        RunReport next = placements.export();
        RunReport idle = placements.export();

        assertThat(faulty.counts().failed()).isZero();
        assertThat(next.counts().parked()).isEmpty();
        assertThat(idle.counts().written().total()).isZero();
        orders.forEach(placements::requireOrderedOnce);
        placements.importPurchaseOrders();
        assertThat(world.account().all("buyOrders"))
                .filteredOn(
                        order -> order.attributes().path("createdFromPublicApi").asBoolean())
                .as("orders that the import created")
                .isEmpty();
    }

    /** The process is killed right after Picqer has carried out a request; another one goes on from there. */
    @Test
    void killedBetweenCreateAndMark() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.resetBefore().on("POST", MARK));
        placements.export();
        JsonNode there = placements.inPicqer(order);
        assertThat(there.path("status").asText()).isEqualTo("concept");
        placements.importPurchaseOrders();
        assertThat(world.state().link(there.path("idpurchaseorder").asLong()))
                .as("a concept that we made stays linked")
                .satisfies(link -> assertThat(link.optiplyId()).isEqualTo(order))
                .satisfies(link -> assertThat(link.standing()).isEqualTo("send"));
        world.faults().clear();

        world.restart();
        placements.export();

        placements.requireOrderedOnce(order);
    }

    /** Told to stop while it waits to look for an order, a run begins no other. */
    @Test
    @Timeout(30)
    void stoppedWhileItWaitsNothingMoreIsCreated() throws Exception {
        List<Long> orders = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            orders.add(placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00")));
        }
        world.sandbox().log().clear();
        world.faults().add(Fault.rateLimited(4).on("GET", CREATE));

        FutureTask<RunResult> stopped =
                new FutureTask<>(() -> world.tryRun(Flow.PURCHASE_ORDERS).get(0));
        new Thread(stopped).start();
        waitingToLook().interrupt();

        assertThat(stopped.get().thrown()).isNotNull();
        assertThat(placements.writesToPicqer()).isEmpty();
        world.faults().clear();
        placements.export();
        orders.forEach(placements::requireOrderedOnce);
    }

    private static Thread waitingToLook() {
        return Eventually.found("a run that waits to look", () -> Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> isLooking(each.getValue()))
                .map(Map.Entry::getKey)
                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                .findAny());
    }

    private static boolean isLooking(StackTraceElement... stack) {
        return Stream.of(stack)
                .anyMatch(frame -> frame.getClassName().equals(DOOR)
                        && frame.getMethodName().equals("await"));
    }

    /** It was suspended, and wakes with Optiply's answer when another process has taken the customer over. */
    @Test
    void aRunThatWasCalledInterruptedSaysNothingOfAnOrder() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.distort((request, answer) -> {
            if (!request.method().equals("PATCH") || !request.path().endsWith("/buyOrders/" + order)) {
                return answer;
            }
            world.engine().store().saveDurably(tx -> tx.runs()
                    .interruptOpen(SyncSetup.ACME, Flow.PURCHASE_ORDERS.code(), Instant.now()));
            return new SimulatedResponse(400, Map.of(), new byte[0]);
        });

        RunResult woken = world.tryRun(Flow.PURCHASE_ORDERS).get(0);
        world.distort((request, answer) -> answer);

        assertThat(woken.thrown()).isInstanceOf(LeaseLostException.class);
        assertThat(placements.parkedFor(order)).isNull();
        placements.export();
        placements.requireOrderedOnce(order);
    }

    @Test
    void aDeadPicqerFailsTheRunAndTheNextOneOrders() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(401).on("POST", CREATE));

        RunResult broken = world.tryRun(Flow.PURCHASE_ORDERS).get(0);
        world.faults().clear();
        assertThat(broken.report()).extracting(RunReport::outcome).isEqualTo(Outcome.FAILED);
        placements.export();

        placements.requireOrderedOnce(order);
    }
}
