package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A create that got no answer: whether it arrived at once, late or never, it is ordered once. */
class UnansweredExportsTest extends ExportsOfOneShop {
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

    /** Lost answers take their time: a buyer may have closed the order since the run has read it. */
    @Test
    void anOrderThatWasWaitedForIsAskedForInOptiplyOnceMoreBeforeItIsPurchased() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.resetAfter().on("POST", CREATE));
        world.faults()
                .add(Fault.status(404)
                        .on("GET", "/optiply/v1/buyOrders/" + order)
                        .occurring(Occurrences.nth(2)));

        placements.export();

        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(order);
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

    /** Somebody moved it to another supplier in Picqer before it was looked for: a person says whether it is bought. */
    @Test
    void arrivedLateItIsFoundThoughItBelongsToAnotherSupplierThere() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        long there = arriveLate();
        world.user()
                .changePurchaseOrderSupplier(
                        there, fields().put("idsupplier", placements.purchases().otherSupplier()));
        world.goOn(LATER);

        placements.export();

        assertThat(placements.parkedFor(order)).isEqualTo("concept_in_picqer");
        assertThat(world.state().link(there).optiplyId()).isEqualTo(order);
        world.user().markAsPurchased(there);
        placements.export();
        placements.requireOrderedOnce(order);
    }

    /** The buyer gave it up and ordered elsewhere: what arrives all the same is not bought, unless a person says so. */
    @Test
    void arrivedLateItIsLinkedAndNotPurchasedWhereTheBuyerHasCompletedItMeanwhile() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        placements.complete(order);
        long there = arriveLate();
        world.goOn(LATER);

        placements.export();
        RunReport next = placements.export();

        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(world.state().link(there).optiplyId()).isEqualTo(order);
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        assertThat(next.counts().parked()).containsExactly(Map.entry("closed_in_optiply", 1L));
        world.account().editByUser("buyOrders", order, fields().putNull("completed"));
        placements.export();
        placements.requireOrderedOnce(order);
    }

    @Test
    void arrivedLateItIsNotPurchasedWhereTheBuyerHasDeletedItMeanwhile() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        world.account().deleteByUser("buyOrders", order);
        long there = arriveLate();
        world.goOn(LATER);

        placements.export();
        placements.export();

        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        world.user().removePurchaseOrder(there);
        placements.export();
        RunReport last = placements.export();
        assertThat(last.counts().parked()).isEmpty();
        assertThat(placements.parkedFor(order)).isNull();
    }

    @Test
    void isLookedForAmongTheOrdersOfItsSupplierAndOnceItWasSentAmongAllThatChangedSince() {
        placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();

        List<String> looks = world
                .sandbox()
                .log()
                .requests(request ->
                        request.method().equals("GET") && request.path().matches(CREATE))
                .stream()
                .map(LoggedRequest::query)
                .toList();
        assertThat(looks.get(0))
                .contains("idsupplier=" + placements.purchases().supplier())
                .doesNotContain("updated_after");
        assertThat(looks.get(looks.size() - 1)).contains("updated_after=").doesNotContain("idsupplier");
        world.goOn(LATER);
        placements.export();
        placements.export();
    }

    @Test
    void whatIsGivenUpAndNeverArrivedIsNotCreatedAgain() {
        long completed = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        long deleted = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        placements.complete(completed);
        world.account().deleteByUser("buyOrders", deleted);
        world.sandbox().log().clear();
        world.goOn(LATER);

        placements.export();
        RunReport last = placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(placements.underWay()).isEmpty();
        assertThat(last.counts().parked()).isEmpty();
    }

    /** Another order's purchase order bears its mark: completed in Optiply, as it was advised, it waits for nothing. */
    @Test
    void whatIsGivenUpBecauseItsMarkIsElsewhereWaitsForNothing() {
        long one = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        placements.export();
        long there = placements.inPicqer(one).path("idpurchaseorder").asLong();
        long other = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        loseTheCreate();
        world.user().changePurchaseOrder(there, fields().put("supplier_orderid", "Optiply-" + other));
        placements.export();
        assertThat(placements.parkedFor(other)).isEqualTo("marked_elsewhere");
        placements.complete(other);
        world.goOn(LATER);

        placements.export();
        placements.export();
        RunReport last = placements.export();

        assertThat(placements.underWay()).isEmpty();
        assertThat(last.counts().parked()).isEmpty();
        assertThat(placements.parkedFor(other)).isNull();
    }

    /** Sent, unanswered, and not in Picqer yet. */
    private void loseTheCreate() {
        world.sandbox().log().clear();
        world.faults().add(Fault.resetBefore().on("POST", CREATE));
        placements.export();
        world.faults().clear();
    }

    /** Picqer carries out what was sent last; returns its id there. */
    private long arriveLate() {
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
}
