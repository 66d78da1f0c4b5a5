package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A person approved of an order that is older than the export, and it could not go at once. Whatever may have been
 * ordered by hand since, the approval did not know of: it is asked for again.
 */
class ApprovedExportsTest {
    private static final String CREATE = "/picqer/acme/api/v1/purchaseorders";
    private static final Duration LATER = Duration.ofHours(3);

    private final SyncWorld world =
            SyncSetup.plain(4).impatient().withoutSyncedDate().start();
    private final Placements placements = new Placements(world);
    private long order;
    private RunReport held;

    @BeforeEach
    void anOlderOrderIsHeld() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        order = placements.place(placements.line(0, 3, "6.00"));
        placements.importPurchaseOrders();
        held = placements.export();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void anApprovalEndsWhereTheExportIsSwitchedOff() {
        approveInVain();
        world.choose(customer -> customer.setExportPurchaseOrders("false"));
        orderByHand();
        world.choose(customer -> customer.setExportPurchaseOrders("true"));

        requireAskedAgain();
    }

    @Test
    void anApprovalThatIsGivenWhileTheExportIsOffIsAskedForAgainWhenItBegins() {
        world.choose(customer -> customer.setExportPurchaseOrders("false"));
        approve(held);
        orderByHand();
        world.choose(customer -> customer.setExportPurchaseOrders("true"));

        requireAskedAgain();
    }

    @Test
    void anApprovalEndsWhereTheStateIsPutBack() {
        approveInVain();
        Path copy = world.backUp();
        orderByHand();
        world.putBack(copy);

        requireAskedAgain();
    }

    /** Completed, and open again later: who approved of it did not know of that. */
    @Test
    void anApprovalEndsWhereTheOrderIsCompletedMeanwhile() {
        approveInVain();
        placements.complete(order);
        placements.export();
        world.account().editByUser("buyOrders", order, fields().putNull("completed"));

        requireAskedAgain();
    }

    private void approveInVain() {
        approve(held);
        world.faults().add(Fault.status(403).on("POST", CREATE));
        assertThat(placements.export().counts().parked()).containsEntry("no_right_in_picqer", 1L);
        world.faults().clear();
    }

    /** Without a mark, by somebody who does not want to wait. */
    private void orderByHand() {
        ObjectNode byHand = fields().put("idsupplier", placements.purchases().supplier());
        byHand.putArray("products").add(placements.purchases().line(0, 3, 2));
        world.user()
                .markAsPurchased(world.user()
                        .addPurchaseOrder(byHand)
                        .path("idpurchaseorder")
                        .asLong());
    }

    private void requireAskedAgain() {
        int orders = world.shop().allPurchaseOrders().size();
        world.goOn(LATER);
        placements.importPurchaseOrders();

        RunReport again = placements.export();

        assertThat(again.counts().parked()).containsOnly(Map.entry("older_than_export", 1L));
        assertThat(world.shop().allPurchaseOrders()).hasSize(orders);
        assertThat(approve(again)).isEqualTo(Map.of(HoldAction.EXPORT, 1L));
        placements.export();
        placements.inPicqer(order);
    }

    private Map<HoldAction, Long> approve(RunReport run) {
        return world.engine().store().durably(tx -> tx.approvals()
                .approve(SyncSetup.ACME, new RunId(run.run()), Set.of("Optiply-" + order))
                .records());
    }
}
