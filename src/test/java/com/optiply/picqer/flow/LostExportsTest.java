package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.Outcome;
import com.optiply.picqer.sync.Flow;
import com.optiply.picqer.sync.RunReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is lost, refused or killed on the way of an order to Picqer: it is ordered once, and never in half. */
class LostExportsTest {
    private static final String CREATE = "/picqer/acme/api/v1/purchaseorders";
    private static final String MARK = CREATE + "/\\d+/mark-as-purchased";
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

    /** Picqer must be through with everything by then, and nothing is left alone any more. */
    private static final Duration LATER = Duration.ofMinutes(3);

    private static SyncWorld world;
    private static Placements placements;

    @BeforeAll
    static void begin() {
        world = SyncSetup.plain(4).impatient().withoutSyncedDate().start();
        placements = new Placements(world);
        placements.goLive();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @AfterEach
    void repair() {
        world.faults().clear();
    }

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

    /** The import comes before the next export: it finds the mark, and the export goes on from there. */
    @Test
    void foundByTheImportBeforeTheNextExport() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        assertThat(placements.parkedFor(order)).isEqualTo("unconfirmed");
        arriveLate();

        placements.importPurchaseOrders();
        placements.export();

        placements.requireOrderedOnce(order);
    }

    @Test
    void anAnswerThatIsLostAfterTheOrderArrivedIsSettledInTheSameRun() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.resetAfter().on("POST", CREATE));

        RunReport report = placements.export();

        placements.requireOrderedOnce(order);
        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(report.counts().parked()).isEmpty();
    }

    @Test
    void whatIsNotThereIsCreatedAgainOnlyWhenItWasLookedForTwiceAndPicqerMustBeThroughWithIt() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        world.sandbox().log().clear();

        RunReport early = placements.export();
        world.goOn(Duration.ofSeconds(100));
        placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(early.counts().parked()).containsEntry("unconfirmed", 1L);
        world.goOn(Duration.ofSeconds(21));
        placements.export();
        assertThat(placements.writesToPicqer()).hasSize(2);
        placements.requireOrderedOnce(order);
    }

    /** Nobody has looked for it in the run that was to create it: the process was killed. */
    @Test
    void oneLookIsNotEnoughHoweverLateItIs() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.resetBefore().on("POST", CREATE));
        world.faults().add(Fault.status(401).on("GET", CREATE).occurring(Occurrences.nth(2)));
        world.tryRun(Flow.PURCHASE_ORDERS);
        world.faults().clear();
        world.sandbox().log().clear();
        world.goOn(Duration.ofHours(1));

        placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(placements.parkedFor(order)).isEqualTo("unconfirmed");
        placements.export();
        placements.requireOrderedOnce(order);
    }

    /** It arrives under the supplier that it was sent for, whatever Optiply says of it by now. */
    @Test
    void arrivedLateItIsFoundThoughItsSupplierWasChangedMeanwhile() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        long other = placements.optiplyId(placements.purchases().otherSupplier());
        world.account().editByUser("buyOrders", order, fields().put("supplierId", other));
        arriveLate();
        world.goOn(LATER);

        placements.export();

        placements.requireOrderedOnce(order);
    }

    /** Somebody moved it to another supplier in Picqer, between its arrival and the look for it. */
    @Test
    void arrivedLateItIsFoundThoughItBelongsToAnotherSupplierThere() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        long there = arriveLate();
        world.user()
                .changePurchaseOrderSupplier(
                        there,
                        fields().put("idsupplier", placements.purchases().otherSupplier()));
        world.goOn(LATER);

        placements.export();

        placements.requireOrderedOnce(order);
    }

    /** Sent, unanswered, and not in Picqer yet. */
    private static void loseTheCreate() {
        world.sandbox().log().clear();
        world.faults().add(Fault.resetBefore().on("POST", CREATE));
        placements.export();
        world.faults().clear();
    }

    /** Picqer carries out what was sent last; returns its id there. */
    private static long arriveLate() {
        LoggedRequest sent = world.sandbox()
                .log()
                .requests(request ->
                        request.method().equals("POST") && request.path().equals(CREATE))
                .get(0);
        return world.user()
                .addPurchaseOrder((ObjectNode) DoorSamples.read(sent.body()))
                .path("idpurchaseorder")
                .asLong();
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
        while (true) {
            for (Map.Entry<Thread, StackTraceElement[]> each :
                    Thread.getAllStackTraces().entrySet()) {
                boolean isLooking = Stream.of(each.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(DOOR)
                                && frame.getMethodName().equals("await"));
                if (isLooking && each.getKey().getState() == Thread.State.TIMED_WAITING) {
                    return each.getKey();
                }
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void oneOrdersRefusalIsNotTheOthersAffair() {
        long forbidden = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long missing = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long refused = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long unprocessable = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long fine = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        int[] statuses = {403, 404, 400, 422};
        for (int number = 0; number < statuses.length; number++) {
            world.faults()
                    .add(Fault.status(statuses[number]).on("POST", CREATE).occurring(Occurrences.nth(number + 1)));
        }

        RunReport report = placements.export();

        placements.requireOrderedOnce(fine);
        assertThat(report.counts().parked())
                .containsEntry("no_right_in_picqer", 1L)
                .containsEntry("refused_by_picqer", 3L);
        assertThat(world.events().ordersWithoutRight()).isEqualTo(1);
        assertThat(placements.parked(refused)).hasValueSatisfying(parked -> {
            assertThat(parked.detail()).contains("400");
            assertThat(parked.advice()).isNotBlank();
        });
        world.faults().clear();
        world.goOn(LATER);
        placements.export();
        List.of(forbidden, missing, refused, unprocessable).forEach(placements::requireOrderedOnce);
    }

    /** A minute, ten minutes, and then every hour: not at each of the 144 runs of a day. */
    @Test
    void whatPicqerRefusedIsLeftAloneForAWhile() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(400).on("POST", CREATE));
        placements.export();
        world.sandbox().log().clear();

        RunReport next = placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(next.counts().parked()).containsEntry("refused_by_picqer", 1L);
        world.goOn(LATER);
        placements.export();
        world.goOn(Duration.ofMinutes(9));
        placements.export();
        assertThat(placements.writesToPicqer()).hasSize(1);
        world.goOn(Duration.ofHours(25));
        placements.export();
        world.goOn(Duration.ofMinutes(61));
        placements.export();
        assertThat(placements.writesToPicqer()).as("an hour is the longest").hasSize(3);
        world.faults().clear();
        world.engine().store().saveDurably(tx -> tx.quarantine().retry(SyncSetup.ACME));
        placements.export();
        placements.requireOrderedOnce(order);
    }

    @Test
    void whatPicqerRefusedIsTriedAtOnceWhenItWasChanged() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(400).on("POST", CREATE));
        placements.export();
        world.faults().clear();
        world.account()
                .editByUser(
                        "buyOrderLines",
                        placements.lines(order).get(0).id(),
                        fields().put("quantity", 7));

        placements.export();

        placements.requireOrderedOnce(order);
        assertThat(placements.inPicqer(order).path("products").path(0).path("amount").asInt())
                .isEqualTo(7);
    }

    /** That it is there already, and refused only to be marked, makes no difference. */
    @Test
    void whatPicqerDoesNotMarkIsLeftAloneForAWhile() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(400).on("POST", MARK));
        placements.export();
        world.sandbox().log().clear();
        world.faults().clear();

        RunReport next = placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(next.counts().parked()).containsEntry("refused_by_picqer", 1L);
        world.goOn(LATER);
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
