package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a customer's file decides about the export. */
class ExportChoicesTest {
    private final SyncWorld world =
            SyncSetup.plain(4).impatient().withoutSyncedDate().withoutCoupling().start();
    private final Placements placements = new Placements(world);

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void staysAConceptWhereTheFileSaysSoAndBearsNoRemoteIdWithoutACoupling() {
        world.choose(customer -> customer.getExport().setAsConcept("true"));
        placements.goLive();
        long order = placements.place(placements.line(0, 12, "53.40"));
        world.sandbox().log().clear();

        placements.export();

        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.writesToPicqer()).containsExactly("POST /purchaseorders");
        assertThat(world.writes()).isEmpty();
        placements.importPurchaseOrders();
        assertThat(world.writes()).isEmpty();
        assertThat(world.account().count("buyOrders")).isEqualTo(1);
        world.user()
                .cancelPurchaseOrder(
                        placements.inPicqer(order).path("idpurchaseorder").asLong());
        placements.importPurchaseOrders();
        assertThat(placements.held(order).attributes().hasNonNull("completed")).isTrue();
    }

    /** Whoever would purchase the concept is to see that nobody wants it any more. */
    @Test
    void noComparisonOpensWhatItsBuyerHasCompletedWhileItIsAConcept() {
        world.choose(customer -> customer.getExport().setAsConcept("true"));
        placements.goLive();
        long order = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        placements.complete(order);

        world.run(Flow.COMPARISON, Flow.BUY_ORDERS, Flow.COMPARISON);

        assertThat(placements.held(order).attributes().hasNonNull("completed")).isTrue();
        world.user()
                .markAsPurchased(
                        placements.inPicqer(order).path("idpurchaseorder").asLong());
        placements.importPurchaseOrders();
        assertThat(placements.held(order).attributes().hasNonNull("completed")).isFalse();
    }

    @Test
    void aFlowThatIsSwitchedOffIsNotRunWhateverTriggersIt() {
        world.choose(customer -> customer.getFlows().setBuyOrders("off"));
        world.sandbox().log().clear();

        assertThat(world.tryRun(Flow.BUY_ORDERS)).containsExactly(new RunResult(null, null));
        assertThat(world.sandbox().log().total()).isZero();
    }

    @Test
    void staysAConceptAlsoWhereTheAnswerToItsCreateWasLost() {
        world.choose(customer -> customer.getExport().setAsConcept("true"));
        placements.goLive();
        long order = placements.place(placements.line(0, 12, "53.40"));
        world.faults().add(Fault.resetAfter().on("POST", "/picqer/.*/purchaseorders"));

        placements.export();

        world.faults().clear();
        world.sandbox().log().clear();
        placements.importPurchaseOrders();
        placements.export();

        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("concept");
        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(placements.parkedFor(order)).isNull();
    }

    /** Else a person in Picqer would purchase what nobody wants any more. */
    @Test
    void aConceptThatArrivedWhenTheBuyerHadCompletedItIsAPersonsToSettle() {
        requireClosed(placements::complete);
    }

    @Test
    void aConceptThatArrivedWhenTheBuyerHadDeletedItIsAPersonsToSettle() {
        requireClosed(order -> world.account().deleteByUser("buyOrders", order));
    }

    private void requireClosed(LongConsumer given) {
        world.choose(customer -> customer.getExport().setAsConcept("true"));
        placements.goLive();
        long order = placements.place(placements.line(0, 12, "53.40"));
        world.faults().add(Fault.resetBefore().on("POST", "/picqer/.*/purchaseorders"));
        world.sandbox().log().clear();
        placements.export();
        world.faults().clear();
        given.accept(order);
        String sent = world.sandbox()
                .log()
                .requests(request ->
                        request.method().equals("POST") && request.path().endsWith("/purchaseorders"))
                .get(0)
                .body();
        long there = world.user()
                .addPurchaseOrder((ObjectNode) DoorSamples.read(sent))
                .path("idpurchaseorder")
                .asLong();
        world.goOn(Duration.ofMinutes(3));

        placements.export();
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        placements.export();
        assertThat(placements.parkedFor(order)).isEqualTo("closed_in_optiply");
        world.user().removePurchaseOrder(there);
        placements.export();
        assertThat(placements.export().counts().parked()).isEmpty();
        assertThat(placements.parkedFor(order)).isNull();
    }

    /** Switched off in between, it is not forgotten that the concept has still to be marked. */
    @Test
    void aConceptWaitsWhileWritesToPicqerAreSwitchedOff() {
        placements.goLive();
        long order = placements.place(placements.line(0, 12, "53.40"));
        world.faults().add(Fault.status(400).on("POST", "/picqer/.*/mark-as-purchased"));
        placements.export();
        assertThat(placements.parkedFor(order)).isEqualTo("refused_by_picqer");
        world.faults().clear();
        world.choose(customer -> customer.setWrites("optiply"));

        RunReport report = placements.export();

        assertThat(report.counts().parked()).containsExactly(Map.entry("refused_by_picqer", 1L));
        assertThat(report.counts().read()).isEqualTo(1);
        assertThat(placements.parkedFor(order)).isEqualTo("refused_by_picqer");
        world.choose(customer -> customer.setWrites("all"));
        placements.importPurchaseOrders();
        world.goOn(Duration.ofMinutes(3));
        placements.export();
        assertThat(placements.inPicqer(order).path("status").asText()).isEqualTo("purchased");
        assertThat(placements.parkedFor(order)).isNull();
    }

    /** The key of a fulfilment customer may not read suppliers: they have names there, and no ids. */
    @Test
    void namesTheSupplierWhereTheKeyMayNotReadSuppliers() {
        world.faults().add(Fault.status(403).on("GET", "/picqer/.*/suppliers"));
        ObjectNode known = fields().put("supplier_name", "Waterworks ");
        known.putArray("products").add(placements.purchases().line(0, 1, 1));
        world.user()
                .markAsPurchased(world.user()
                        .addPurchaseOrder(known)
                        .path("idpurchaseorder")
                        .asLong());
        placements.goLive();
        long supplier = world.account().all("suppliers").get(0).id();
        long order = placements.placeAs(
                fields().put("placed", "2026-01-08T14:03:22Z").put("supplierId", supplier),
                placements.line(0, 12, "53.40"));

        placements.export();
        placements.importPurchaseOrders();

        assertThat(placements.inPicqer(order).path("supplier_name").asText()).isEqualTo("Waterworks");
        assertThat(placements.inPicqer(order).path("idsupplier").isNull()).isTrue();
        assertThat(world.account().count("suppliers")).isEqualTo(1);
        assertThat(world.account().count("buyOrders")).isEqualTo(2);
    }

    @Test
    void writesNothingToPicqerWhereTheFileForbidsIt() {
        placements.goLive();
        for (String forbidden : new String[] {"optiply", "off"}) {
            world.choose(customer -> customer.setWrites(forbidden));
            placements.place(placements.line(0, 12, "53.40"));
            world.sandbox().log().clear();

            RunReport report = placements.export();

            assertThat(placements.writesToPicqer()).isEmpty();
            assertThat(world.writes()).isEmpty();
            assertThat(report.counts().withheld().create()).isPositive();
            assertThat(report.counts().filtered()).containsKey("writes_off");
        }
        world.choose(customer -> customer.setWrites("all"));
        placements.export();
        assertThat(world.shop().allPurchaseOrders())
                .as("it has to be earned anew")
                .isEmpty();
        world.choose(customer -> customer.setExportPurchaseOrders("false"));
        assertThat(Flow.PURCHASE_ORDERS.isOnFor(world.customer())).isFalse();
        world.choose(customer -> {
            customer.setExportPurchaseOrders("true");
            customer.getFlows().setPurchaseOrders("off");
        });
        assertThat(Flow.PURCHASE_ORDERS.isOnFor(world.customer())).isFalse();
    }
}
