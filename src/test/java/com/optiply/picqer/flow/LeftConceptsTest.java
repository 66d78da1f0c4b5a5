package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A concept in Picqer that bears our mark, and of which the state knows nothing any more: nobody else will purchase
 * it, and in Optiply it stands open as if its goods were to come.
 */
class LeftConceptsTest {
    private static final String MARK = "/picqer/acme/api/v1/purchaseorders/\\d+/mark-as-purchased";
    private static final Duration LATER = Duration.ofHours(3);

    private final SyncWorld world = SyncSetup.plain(4)
            .impatient()
            .withoutSyncedDate()
            .choosing(customer -> customer.getExport().setOldMarkers("OPT {id}"))
            .start();
    private final Placements placements = new Placements(world);

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void afterABackupItIsAPersonsToPurchaseAndGoesOnFromThere() {
        placements.goLive();
        Path copy = world.backUp();
        long order = leftAsConcept();
        world.putBack(copy);

        requireAsked(order);
        world.user().markAsPurchased(there(order));
        RunReport report = placements.export();

        assertThat(report.counts().parked()).isEmpty();
        assertThat(placements.parkedFor(order)).isNull();
        assertThat(placements.underWay()).isEmpty();
        assertThat(placements.remoteId(order)).isEqualTo(Long.toString(there(order)));
        placements.importPurchaseOrders();
        assertThat(world.account().count("buyOrders")).isEqualTo(1);
    }

    @Test
    void afterALostStateItIsAPersonsToDelete() {
        placements.goLive();
        long order = leftAsConcept();
        world.loseState();

        requireAsked(order);
        world.user().removePurchaseOrder(there(order));
        placements.export();

        assertThat(placements.parkedFor(order)).isEqualTo("gone_in_picqer");
        placements.complete(order);
        placements.export();
        assertThat(placements.parkedFor(order)).isNull();
        assertThat(world.shop().allPurchaseOrders()).isEmpty();
    }

    @Test
    void whereOrdersStayConceptsNobodyIsAsked() {
        placements.goLive();
        Path copy = world.backUp();
        long order = leftAsConcept();
        world.putBack(copy);
        world.choose(customer -> customer.getExport().setAsConcept("true"));

        placements.goLive();
        RunReport report = placements.export();

        assertThat(report.counts().parked()).isEmpty();
        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(world.state().link(there(order)).optiplyId()).isEqualTo(order);
    }

    /** What an earlier integration has left is as it wanted it. */
    @Test
    void aConceptThatBearsAnOldMarkIsLeftAsItIs() {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        long concept = placements.purchases().concept(placements.purchases().line(0, 3, 2));
        world.user().changePurchaseOrder(concept, fields().put("remarks", "OPT " + order));

        placements.importPurchaseOrders();
        RunReport report = placements.export();

        assertThat(report.counts().parked()).isEmpty();
        assertThat(world.state().link(concept).optiplyId()).isEqualTo(order);
        assertThat(placements.underWay()).isEmpty();
    }

    /** Created, and not marked as purchased. */
    private long leftAsConcept() {
        long order = placements.place(placements.line(0, 3, "6.00"));
        world.faults().add(Fault.status(403).on("POST", MARK));
        assertThat(placements.export().counts().parked()).containsEntry("no_right_in_picqer", 1L);
        world.faults().clear();
        return order;
    }

    private void requireAsked(long order) {
        world.goOn(LATER);
        placements.goLive();
        for (int run = 0; run < 2; run++) {
            assertThat(placements.export().counts().parked()).containsExactly(Map.entry("concept_in_picqer", 1L));
            assertThat(placements.importPurchaseOrders().counts().parked()).isEmpty();
        }
        JsonNode there = placements.inPicqer(order);
        assertThat(there.path("status").asText()).isEqualTo("concept");
        assertThat(world.state().link(there(order)).optiplyId()).isEqualTo(order);
    }

    private long there(long order) {
        return placements.inPicqer(order).path("idpurchaseorder").asLong();
    }
}
