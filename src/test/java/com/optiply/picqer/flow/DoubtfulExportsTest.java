package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where it is not clear how an order stands in Picqer, that one waits, and no other does. */
class DoubtfulExportsTest extends ExportsOfOneShop {
    /** Nobody orders what a person has thrown away, and the person who placed it hears of that. */
    @Test
    void aConceptThatWasDeletedInPicqerIsAPersonsToSettle() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.user().removePurchaseOrder(leftAsConcept(order));

        placements.export();
        RunReport next = placements.export();

        assertThat(placements.parkedFor(order)).isEqualTo("gone_in_picqer");
        assertThat(next.counts().parked()).containsEntry("gone_in_picqer", 1L);
        assertThat(placements.marked(order)).isEmpty();
        placements.complete(order);
        RunReport last = placements.export();
        assertThat(last.counts().parked()).isEmpty();
        assertThat(placements.parkedFor(order)).isNull();
    }

    /** It was created, and the buyer gave it up before it was marked: Optiply is asked before anything is bought. */
    @Test
    void aConceptThatTheBuyerGaveUpIsNotPurchasedAndWaitsUntilItIsGone() {
        long completed = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        long deleted = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        long there = leftAsConcept(completed);
        placements.complete(completed);
        world.account().deleteByUser("buyOrders", deleted);

        RunReport report = placements.export();

        for (long order : List.of(completed, deleted)) {
            assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
            assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        }
        assertThat(report.counts().parked()).containsExactly(Map.entry("closed_in_optiply", 2L));
        world.user().removePurchaseOrder(there);
        world.user()
                .markAsPurchased(
                        placements.inPicqer(deleted).path("idpurchaseorder").asLong());
        placements.export();
        RunReport last = placements.export();
        assertThat(last.counts().parked()).isEmpty();
        assertThat(placements.underWay()).isEmpty();
    }

    /** Something on the way answered in Optiply's place: that says nothing of whether the order is wanted. */
    @Test
    void whatOptiplyDoesNotShowIsNeitherPurchasedNorTakenForClosed() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        leftAsConcept(order);
        world.faults().add(Fault.status(200).on("GET", "/optiply/v1/buyOrders/" + order));

        placements.export();

        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(order)).isEqualTo("unconfirmed");
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(order);
    }

    /** What is not known to be purchased does not count as ordered. */
    @Test
    void aStatusThatNobodyKnowsIsAPersonsToSettle() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        leftAsConcept(order);
        ObjectNode there = placements.inPicqer(order).deepCopy();
        world.user().putPurchaseOrderVerbatim(there.put("status", "waiting").toString());

        placements.export();

        assertThat(placements.parkedFor(order)).isEqualTo("status_unknown");
        world.user().putPurchaseOrderVerbatim(there.put("status", "concept").toString());
        placements.export();
        placements.requireOrderedOnce(order);
    }

    /** Something on the way answered in Picqer's place: without a word of the order nobody believes it. */
    @Test
    void aYesThatSaysNothingOfTheOrderIsNotBelieved() {
        long concept = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.empty(200).on("POST", MARK));

        placements.export();

        assertThat(placements.inPicqer(concept).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(concept)).isEqualTo("unconfirmed");
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(concept);
        long untold = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.empty(200).on("PATCH", "/optiply/v1/buyOrder.*"));
        placements.export();
        assertThat(placements.parkedFor(untold)).isEqualTo("unconfirmed");
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(untold);
    }

    /** Picqer may say yes without a body: then it is asked what the order is by now. */
    @Test
    void aYesWithoutABodyIsReadAfter() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.empty(204).afterApplying().on("POST", MARK));

        RunReport report = placements.export();

        placements.requireOrderedOnce(order);
        assertThat(report.counts().parked()).isEmpty();
    }

    /** That Picqer does not show it says nothing of its mark: it is there, and asked for again by the next run. */
    @Test
    void whatPicqerDoesNotShowAfterItsMarkIsAskedForByTheNextRun() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.empty(204).afterApplying().on("POST", MARK));
        world.faults().add(Fault.status(422).on("GET", CREATE + "/\\d+"));

        placements.export();

        assertThat(placements.parkedFor(order)).isEqualTo("not_shown_by_picqer");
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(order);
    }

    @Test
    void aPicqerThatFailsAfterAMarkEndsTheRun() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.empty(204).afterApplying().on("POST", MARK));
        world.faults().add(Fault.status(500).on("GET", CREATE + "/\\d+"));

        RunResult broken = world.tryRun(Flow.PURCHASE_ORDERS).get(0);

        assertThat(broken.report()).extracting(RunReport::outcome).isEqualTo(Outcome.FAILED);
        assertThat(placements.parkedFor(order)).isNull();
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(order);
    }

    /** Created, and not marked as purchased; returns its id in Picqer. */
    private long leftAsConcept(long order) {
        world.faults().add(Fault.status(400).on("POST", MARK));
        placements.export();
        world.faults().clear();
        world.goOn(LATER);
        JsonNode there = placements.inPicqer(order);
        assertThat(there.path("status").asText()).isEqualTo("concept");
        return there.path("idpurchaseorder").asLong();
    }

    @Test
    void aLookUpThatIsRefusedForOneOrderStopsNoOther() {
        long one = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long other = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long fine = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(400).on("GET", CREATE).occurring(Occurrences.nth(1)));
        world.faults().add(Fault.status(410).on("GET", CREATE).occurring(Occurrences.nth(2)));

        RunReport report = placements.export();

        assertThat(placements.marked(one)).isEmpty();
        assertThat(placements.marked(other)).isEmpty();
        placements.requireOrderedOnce(fine);
        assertThat(report.counts().parked()).containsExactly(Map.entry("not_shown_by_picqer", 2L));
        assertThat(report.counts().failed()).isZero();
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(one);
        placements.requireOrderedOnce(other);
    }

    /** What an earlier run has begun is no reason either to keep newer orders waiting. */
    @Test
    void aReadThatIsRefusedForAnOrderUnderWayStopsNoOther() {
        long marking = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long planned = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.resetBefore().on("POST", CREATE).occurring(Occurrences.nth(2)));
        long there = leftAsConcept(marking);
        long fine = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(422).on("GET", CREATE + "/" + there));
        world.faults().add(Fault.status(422).on("GET", "/optiply/v1/buyOrders/" + planned));

        RunReport report = placements.export();

        placements.requireOrderedOnce(fine);
        assertThat(report.counts().parked())
                .containsOnly(Map.entry("not_shown_by_picqer", 1L), Map.entry("rejected", 1L));
        world.faults().clear();
        world.goOn(LATER);
        placements.export();
        placements.requireOrderedOnce(marking);
        placements.requireOrderedOnce(planned);
    }

    @Test
    void aLookUpThatFailsWithPicqerItselfEndsTheRun() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(401).on("GET", CREATE));

        RunResult broken = world.tryRun(Flow.PURCHASE_ORDERS).get(0);

        assertThat(broken.report()).extracting(RunReport::outcome).isEqualTo(Outcome.FAILED);
        assertThat(placements.parkedFor(order)).isNull();
        world.faults().clear();
        placements.export();
        placements.requireOrderedOnce(order);
    }

    /** Somebody gave the mark to an order that is another one already: nobody but a person knows which is meant. */
    @Test
    void aMarkOnAnotherOrdersPurchaseOrderIsAPersonsToSettle() {
        long one = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        placements.export();
        long there = placements.inPicqer(one).path("idpurchaseorder").asLong();
        long other = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.user().changePurchaseOrder(there, fields().put("supplier_orderid", "Optiply-" + other));
        int orders = world.shop().allPurchaseOrders().size();

        placements.export();

        assertThat(placements.parkedFor(other)).isEqualTo("marked_elsewhere");
        assertThat(world.shop().allPurchaseOrders()).hasSize(orders);
        world.user().changePurchaseOrder(there, fields().put("supplier_orderid", "Optiply-" + other + "7"));
        placements.export();
        placements.requireOrderedOnce(other);
    }

    /** Whoever gave it our mark meant this order; whether it shall be purchased, a person says there. */
    @Test
    void putThereBySomebodyElseMeanwhileItIsLinkedAndLeftAsItIs() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long there = placements.purchases().concept(placements.purchases().line(0, 1, 2));
        world.user().changePurchaseOrder(there, fields().put("remarks", "By hand.\nOptiply-" + order));

        RunReport report = placements.export();

        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(report.counts().parked()).containsExactly(Map.entry("concept_in_picqer", 1L));
        assertThat(world.state().link(there).optiplyId()).isEqualTo(order);
        world.user().markAsPurchased(there);
        placements.export();
        assertThat(placements.parkedFor(order)).isNull();
        assertThat(placements.remoteId(order)).isEqualTo(Long.toString(there));
    }
}
