package com.optiply.picqer.flow.export;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.Placements;
import com.optiply.picqer.flow.Purchases;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The day on which the export begins, in accounts where orders were placed before: not one is ordered twice. */
class ExportBeginningTest {
    private static final int ORDERS = 40;

    private final SyncWorld world = SyncSetup.plain(4)
            .impatient()
            .withoutSyncedDate()
            .choosing(customer -> customer.getExport().setOldMarkers("OPT {id}"))
            .start();
    private final Placements placements = new Placements(world);
    private final Purchases purchases = placements.purchases();

    @AfterEach
    void end() {
        world.close();
    }

    /** An earlier integration ordered all of them, and people took its mark away from every second one. */
    @Test
    void orderedByAnEarlierIntegrationNotOneIsOrderedTwice() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        List<Long> orders = new ArrayList<>();
        for (int number = 0; number < ORDERS; number++) {
            long order = placements.place(placements.line(number % 4, 3, "6.00"));
            orders.add(order);
            orderedBefore(number % 2 == 0 ? "Please deliver early\nOPT " + order : "");
        }

        RunReport read = placements.importPurchaseOrders();
        RunReport first = placements.export();

        assertThat(world.shop().allPurchaseOrders()).hasSize(ORDERS);
        assertThat(read.counts().adopted()).as("linked by their marks").isEqualTo(ORDERS / 2);
        assertThat(first.counts().parked()).containsOnly(Map.entry("older_than_export", (long) ORDERS / 2));
        assertThat(world.events().held()).isEqualTo(Map.of(HoldAction.EXPORT, (long) ORDERS / 2));
        assertThat(world.account().count("buyOrders"))
                .as("20 without a mark are orders of their own")
                .isEqualTo(ORDERS + ORDERS / 2);

        RunReport second = placements.export();
        long approved = orders.get(7);
        assertThat(approve(first, "Optiply-" + approved)).isEqualTo(Map.of(HoldAction.EXPORT, 1L));
        RunReport third = placements.export();

        assertThat(second.counts().written().create()).isZero();
        assertThat(third.counts().written().create()).isEqualTo(1);
        assertThat(world.shop().allPurchaseOrders()).hasSize(ORDERS + 1);
        placements.inPicqer(approved);
        placements.importPurchaseOrders();
        assertThat(placements.export().counts().parked()).containsEntry("older_than_export", 19L);
        assertThat(world.shop().allPurchaseOrders()).hasSize(ORDERS + 1);
        assertThat(world.account().count("buyOrders")).isEqualTo(ORDERS + ORDERS / 2);
    }

    @Test
    void anApprovedOrderThatSomebodyMarkedLongAgoIsNotOrderedOnceMore() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        long order = placements.place(placements.line(0, 3, "6.00"));
        orderedBefore("");
        placements.importPurchaseOrders();
        RunReport held = placements.export();
        long purchase =
                world.shop().allPurchaseOrders().get(0).path("idpurchaseorder").asLong();
        world.user()
                .changePurchaseOrder(
                        purchase, JsonNodeFactory.instance.objectNode().put("remarks", "Optiply-" + order));
        placements.importPurchaseOrders();
        approve(held, "Optiply-" + order);

        RunReport approved = placements.export();

        assertThat(approved.counts().parked()).containsEntry("marked_elsewhere", 1L);
        assertThat(world.shop().allPurchaseOrders()).hasSize(1);
    }

    @Test
    void nothingIsOrderedBeforeAnImportHasComeToItsEnd() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        long early = placements.place(placements.line(0, 3, "6.00"));

        RunReport before = placements.export();
        assertThat(before.counts().read()).isZero();
        assertThat(world.events().exportNotBegun()).isEqualTo(1);
        world.run(Flow.BUY_ORDERS);
        long late = placements.place(placements.line(0, 3, "6.00"));
        placements.export();

        assertThat(placements.marked(early)).isEmpty();
        placements.inPicqer(late);
        assertThat(approve(before, "Optiply-" + early))
                .as("that run held nothing")
                .isEmpty();

        world.choose(customer -> customer.setExportPurchaseOrders("false"));
        long meanwhile = placements.place(placements.line(0, 3, "6.00"));
        world.choose(customer -> customer.setExportPurchaseOrders("true"));
        placements.export();
        assertThat(placements.marked(meanwhile)).as("it has to be earned anew").isEmpty();
        world.run(Flow.BUY_ORDERS);
        RunReport again = placements.export();

        assertThat(placements.marked(meanwhile)).isEmpty();
        assertThat(again.counts().parked()).containsEntry("older_than_export", 2L);
        approve(again, "Optiply-" + meanwhile);
        placements.export();
        placements.inPicqer(meanwhile);
        assertThat(placements.marked(early)).isEmpty();
    }

    @Test
    void theStateIsLostAndNothingIsOrderedTwice() {
        placements.goLive();
        long coupled = placements.place(placements.line(0, 3, "6.00"));
        long concept = placements.place(placements.line(1, 3, "6.00"));
        placements.export();
        long there = placements.inPicqer(coupled).path("idpurchaseorder").asLong();
        world.user().changePurchaseOrder(there, fields().put("remarks", "").put("supplier_orderid", ""));
        int orders = world.shop().allPurchaseOrders().size();

        world.loseState();
        placements.goLive();
        long fresh = placements.place(placements.line(2, 3, "6.00"));
        placements.export();

        assertThat(world.shop().allPurchaseOrders()).hasSize(orders + 1);
        assertThat(world.account().count("buyOrders")).isEqualTo(3);
        placements.inPicqer(concept);
        placements.inPicqer(fresh);
    }

    /** Optiply's own orders are never deleted and made anew there, whatever the state and Picqer have forgotten. */
    @Test
    void theStateAndTheMarkAreLostAndTheOrderIsStillOptiplysOwn() {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        placements.export();
        long there = placements.inPicqer(order).path("idpurchaseorder").asLong();
        world.user().changePurchaseOrder(there, fields().put("remarks", "").put("supplier_orderid", ""));
        world.loseState();
        placements.goLive();

        world.user().changePurchaseOrderSupplier(there, fields().put("idsupplier", purchases.otherSupplier()));
        RunReport changed = placements.importPurchaseOrders();
        placements.export();

        assertThat(changed.counts().parked()).containsEntry("supplier_changed", 1L);
        assertThat(world.account().all("buyOrders"))
                .extracting(OptiplyRecord::id)
                .containsExactly(order);
        assertThat(placements.held(order).attributes().path("placed").asText()).startsWith("2026-01-08T14:03:22");
        assertThat(world.shop().allPurchaseOrders()).hasSize(1);
    }

    @Test
    void aCopyIsAnOrderOfItsOwnAndSoIsAnotherEnvironments() {
        placements.goLive();
        long order = placements.place(placements.line(0, 3, "6.00"));
        placements.export();
        long deleted = placements.place(placements.line(0, 3, "6.00"));
        world.account().deleteByUser("buyOrders", deleted);
        orderedBefore("Optiply-" + order);
        orderedBefore("Optiply-999999");
        orderedBefore("Optiply-" + deleted);

        RunReport report = placements.importPurchaseOrders();
        RunReport again = placements.importPurchaseOrders();

        assertThat(report.counts().written().create()).isEqualTo(3);
        assertThat(report.counts().adjusted()).containsEntry("marker_copied", 3L);
        assertThat(again.counts().written().total()).isZero();
        assertThat(world.account().count("buyOrders")).isEqualTo(4);
        placements.export();
        assertThat(world.shop().allPurchaseOrders()).hasSize(4);
    }

    /** An order in Picqer that some other integration placed. */
    private void orderedBefore(String remarks) {
        ObjectNode order = fields().put("idsupplier", purchases.supplier()).put("remarks", remarks);
        order.putArray("products").add(purchases.line(0, 3, 2));
        long id = world.user().addPurchaseOrder(order).path("idpurchaseorder").asLong();
        world.user().markAsPurchased(id);
    }

    private Map<HoldAction, Long> approve(RunReport run, String label) {
        return world.engine().store().durably(tx -> tx.approvals()
                .approve(SyncSetup.ACME, new RunId(run.run()), Set.of(label))
                .records());
    }
}
