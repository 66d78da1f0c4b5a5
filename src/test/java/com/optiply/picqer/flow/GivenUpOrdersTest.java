package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sync.run.Flow;
import org.junit.jupiter.api.Test;

/** Orders that their buyers completed in Optiply while they were on their way, and that are concepts in Picqer now. */
class GivenUpOrdersTest extends ExportsOfOneShop {

    /** The import reads the concept: it is Optiply's own, and says nothing against what the buyer decided. */
    @Test
    void anImportOfTheConceptDoesNotOpenItAgain() {
        long order = givenUp();
        placements.export();
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");

        placements.importPurchaseOrders();

        assertThat(isCompleted(order)).isTrue();
        placements.export();
        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        requireOrderedByAPerson(order);
    }

    /** The import comes before the export looks: it finds the mark, and links it. */
    @Test
    void anImportThatFindsTheConceptFirstDoesNotOpenItAgain() {
        long order = givenUp();

        placements.importPurchaseOrders();

        assertThat(isCompleted(order)).isTrue();
        placements.export();
        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
    }

    /** The comparison that puts right what differs finds the buyer's decision, and leaves it. */
    @Test
    void aComparisonDoesNotOpenTheConceptAgain() {
        long order = givenUp();
        placements.export();
        placements.importPurchaseOrders();
        assertThat(isCompleted(order)).isTrue();

        world.run(Flow.COMPARISON, Flow.BUY_ORDERS, Flow.PURCHASE_ORDERS);

        assertThat(isCompleted(order)).isTrue();
        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
    }

    /** It was linked when it was still wanted: that says nothing against what its buyer has decided since. */
    @Test
    void aComparisonDoesNotOpenAConceptThatWasGivenUpAfterItWasCreated() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(403).on("POST", MARK));
        placements.export();
        placements.complete(order);
        world.faults().clear();

        world.run(Flow.BUY_ORDERS, Flow.COMPARISON);

        assertThat(isCompleted(order)).isTrue();
        world.goOn(LATER);
        placements.export();
        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        requireOrderedByAPerson(order);
    }

    /** The comparison may come before any import has read the concept. */
    @Test
    void aComparisonDoesNotOpenAConceptThatNoImportHasRead() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(403).on("POST", MARK));
        placements.export();
        placements.complete(order);
        world.faults().clear();

        world.run(Flow.COMPARISON);

        assertThat(isCompleted(order)).isTrue();
    }

    /** What the buyer opens again is wanted again, though it was linked when it was completed. */
    @Test
    void aComparisonDoesNotCloseAConceptThatItsBuyerHasOpenedAgain() {
        long order = givenUp();
        placements.importPurchaseOrders();
        world.account().editByUser("buyOrders", order, fields().putNull("completed"));

        world.run(Flow.BUY_ORDERS, Flow.COMPARISON);

        assertThat(isCompleted(order)).isFalse();
    }

    /** From then on Picqer says when it is over. */
    @Test
    void aComparisonOpensWhatWasPurchasedAndCompletedByItsBuyer() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        placements.export();
        placements.requireOrderedOnce(order);
        placements.complete(order);

        world.run(Flow.COMPARISON);

        assertThat(isCompleted(order)).isFalse();
    }

    private void requireOrderedByAPerson(long order) {
        world.user()
                .markAsPurchased(
                        placements.inPicqer(order).path("idpurchaseorder").asLong());
        placements.importPurchaseOrders();
        placements.export();
        assertThat(isCompleted(order)).as("ordered by a person after all").isFalse();
        assertThat(placements.parkedFor(order)).isNull();
    }

    /** Its create got no answer, and arrived after the buyer had completed it. */
    private long givenUp() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 1, "2.00"));
        world.sandbox().log().clear();
        world.faults().add(Fault.resetBefore().on("POST", CREATE));
        placements.export();
        world.faults().clear();
        LoggedRequest sent = world.sandbox()
                .log()
                .requests(request ->
                        request.method().equals("POST") && request.path().equals(CREATE))
                .get(0);
        placements.complete(order);
        world.user().addPurchaseOrder((ObjectNode) DoorSamples.read(sent.body()));
        world.goOn(LATER);
        return order;
    }

    private boolean isCompleted(long order) {
        return placements.held(order).attributes().hasNonNull("completed");
    }
}
