package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Purchase orders that bear a mark, as an import finds them: whoever copies an order in Picqer copies its mark, and
 * Picqer lists the copy first, on another page.
 */
class MarkedOrdersTest {
    private static final String CREATE = "/picqer/acme/api/v1/purchaseorders";
    private static final int MORE_THAN_A_PAGE = 110;
    private static final Duration LATER = Duration.ofHours(3);
    private static final SyncSetup SETUP = SyncSetup.plain(4)
            .impatient()
            .withoutSyncedDate()
            .choosing(customer -> customer.getExport().setOldMarkers("OPT {id}"));

    private SyncWorld world = SETUP.start();
    private Placements placements = new Placements(world);

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void anOrderIsNotTakenForItsCopyThatTheFirstImportReadsBefore() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        long order = placements.place(placements.line(0, 3, "6.00"));
        long original = purchased("OPT " + order, 3);
        otherOrders();
        long copy = purchased("OPT " + order, 77);

        RunReport report = placements.importPurchaseOrders();

        assertThat(world.state().link(original).optiplyId()).isEqualTo(order);
        assertThat(world.state().link(copy).optiplyId()).isNotNull().isNotEqualTo(order);
        assertThat(report.counts().adjusted()).containsEntry("marker_copied", 1L);
        assertThat(placements.lines(order))
                .extracting(line -> line.attributes().path("quantity").asInt())
                .containsExactly(3);
        assertThat(world.account().count("buyOrders")).isEqualTo(2 + MORE_THAN_A_PAGE);
    }

    @Test
    void aCopyOfAnotherSuppliersIsACopyAllTheSame() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        long order = placements.place(placements.line(0, 3, "6.00"));
        long original = purchased("Optiply-" + order, 3);
        otherOrders();
        long copy = purchased("Optiply-" + order, 3);
        world.user()
                .changePurchaseOrderSupplier(
                        copy, fields().put("idsupplier", placements.purchases().otherSupplier()));

        placements.importPurchaseOrders();

        assertThat(world.state().link(original).optiplyId()).isEqualTo(order);
    }

    @Test
    void whoBearsAMarkIsAskedForOnceInARunAndOnlyWhereAnOrderCouldBeACopy() {
        placements.goLive();
        long exported = placements.place(placements.line(0, 3, "6.00"));
        placements.export();
        long other = placements.place(placements.line(0, 3, "6.00"));
        long deleted = placements.place(placements.line(0, 3, "6.00"));
        world.account().deleteByUser("buyOrders", deleted);
        purchased("Optiply-" + exported, 3);
        purchased("Optiply-" + deleted, 3);
        world.sandbox().log().clear();

        placements.importPurchaseOrders();

        assertThat(listings()).as("linked already, or not in Optiply").isEqualTo(1);
        purchased("Optiply-" + other, 3);
        world.sandbox().log().clear();
        placements.importPurchaseOrders();
        assertThat(listings()).isEqualTo(2);
    }

    @Test
    void aStateThatIsLostTakesNoCopyForTheOrder() {
        world.close();
        world = SETUP.withoutCoupling().start();
        placements = new Placements(world);
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        placements.export();
        placements.importPurchaseOrders();
        long original = placements.inPicqer(order).path("idpurchaseorder").asLong();
        otherOrders();
        long copy = purchased("Optiply-" + order, 77);
        placements.importPurchaseOrders();
        int before = world.account().count("buyOrders");

        world.loseState();
        placements.goLive();

        assertThat(world.account().count("buyOrders")).isEqualTo(before);
        assertThat(world.state().link(original).optiplyId()).isEqualTo(order);
        assertThat(world.state().link(copy).optiplyId()).isNotEqualTo(order);
    }

    /** It arrived though its answer was lost, and somebody copied it as a draft: that draft is nobody's to buy. */
    @Test
    void theDraftOfACopyIsNotPurchased() {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        loseTheAnswer();
        long original = placements.inPicqer(order).path("idpurchaseorder").asLong();
        otherOrders();
        long copy = draft("Optiply-" + order, 77);

        placements.importPurchaseOrders();
        world.goOn(LATER);
        placements.export();

        assertThat(status(copy)).isEqualTo("concept");
        assertThat(status(original)).isEqualTo("purchased");
        assertThat(world.state().link(original).optiplyId()).isEqualTo(order);
        assertThat(placements.parkedFor(order)).isNull();
    }

    /** Its own is gone, and what bears its mark is something else: a person says whether that is to be bought. */
    @Test
    void aConceptThatIsNotAsItWasPlacedIsAPersonsToPurchase() {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        loseTheAnswer();
        world.user()
                .removePurchaseOrder(
                        placements.inPicqer(order).path("idpurchaseorder").asLong());
        long copy = draft("Optiply-" + order, 77);

        placements.importPurchaseOrders();
        world.goOn(LATER);
        RunReport report = placements.export();

        assertThat(status(copy)).isEqualTo("concept");
        assertThat(report.counts().parked()).containsExactly(Map.entry("concept_in_picqer", 1L));
        world.user().markAsPurchased(copy);
        placements.export();
        assertThat(placements.parkedFor(order)).isNull();
        assertThat(placements.underWay()).isEmpty();
        assertThat(placements.remoteId(order)).isEqualTo(Long.toString(copy));
    }

    @Test
    void aYesThatDoesNotShowTheOptiplyOrderIsNoReasonToCreateIt() {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        long there = purchased("Optiply-" + order, 3);
        world.faults().add(Fault.status(200).on("GET", "/optiply/v1/buyOrders/" + order));

        RunReport report = placements.importPurchaseOrders();

        assertThat(report.counts().parked()).containsExactly(Map.entry("unconfirmed", 1L));
        assertThat(world.account().count("buyOrders")).isEqualTo(1);
        world.faults().clear();
        placements.importPurchaseOrders();
        assertThat(world.state().link(there).optiplyId()).isEqualTo(order);
        placements.export();
        assertThat(world.account().count("buyOrders")).isEqualTo(1);
        assertThat(world.shop().allPurchaseOrders()).hasSize(1);
    }

    @Test
    void aYesThatDoesNotShowAnOrderOnItsWayDoesNotForgetIt() {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        loseTheAnswer();
        world.faults().add(Fault.status(200).on("GET", "/optiply/v1/buyOrders/" + order));

        placements.importPurchaseOrders();

        assertThat(placements.underWay()).containsExactly(order);
        assertThat(world.account().count("buyOrders")).isEqualTo(1);
        world.faults().clear();
        world.goOn(LATER);
        placements.export();
        placements.importPurchaseOrders();
        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("purchased");
        assertThat(world.account().count("buyOrders")).isEqualTo(1);
    }

    /** It was created, and the run broke off before it had looked for it. */
    private void loseTheAnswer() {
        world.faults().add(Fault.resetAfter().on("POST", CREATE));
        world.faults().add(Fault.status(401).on("GET", CREATE).occurring(Occurrences.nth(2)));
        world.tryRun(Flow.PURCHASE_ORDERS);
        world.faults().clear();
    }

    private void otherOrders() {
        for (int number = 0; number < MORE_THAN_A_PAGE; number++) {
            purchased("", 1);
        }
    }

    private long draft(String remarks, int amount) {
        ObjectNode order =
                fields().put("idsupplier", placements.purchases().supplier()).put("remarks", remarks);
        order.putArray("products").add(placements.purchases().line(0, amount, 2));
        return world.user().addPurchaseOrder(order).path("idpurchaseorder").asLong();
    }

    private long purchased(String remarks, int amount) {
        long id = draft(remarks, amount);
        world.user().markAsPurchased(id);
        return id;
    }

    private String status(long purchaseOrder) {
        List<? extends JsonNode> all = world.shop().allPurchaseOrders();
        return all.stream()
                .filter(one -> one.path("idpurchaseorder").asLong() == purchaseOrder)
                .findFirst()
                .orElseThrow()
                .path("status")
                .asText();
    }

    /** How often Picqer's list was asked for. */
    private int listings() {
        return world.sandbox()
                .log()
                .requests(request -> request.method().equals("GET")
                        && request.path().matches(CREATE)
                        && !request.query().contains("status=purchased"))
                .size();
    }
}
