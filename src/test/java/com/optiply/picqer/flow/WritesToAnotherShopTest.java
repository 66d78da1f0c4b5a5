package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.service.FileImport.Imported;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What goes the other way while the address or the key is wrong: no order is placed and no supplier is chosen in a shop
 * that may be another's, and both are done, once, when the file is right again.
 */
class WritesToAnotherShopTest {
    private static final int PRODUCTS = 20;
    private static final String CREATE = "/picqer/acme/api/v1/purchaseorders";
    /** Picqer must be through with everything by then. */
    private static final Duration LATER = Duration.ofMinutes(3);

    @ParameterizedTest
    @EnumSource
    void anOrderIsPlacedInTheRightShopOnly(WrongAddress address) {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).impatient().start()) {
            Placements placements = new Placements(world);
            placements.goLive();
            long order = placements.place(placements.line(0, 3, "6.00"), placements.line(1, 2, "4.00"));
            world.sandbox().log().clear();
            address.lead(world);
            for (int run = 0; run < 2; run++) {
                assertThat(world.tryRun(Flow.PURCHASE_ORDERS)).allSatisfy(WritesToAnotherShopTest::requireFailed);
            }
            requireNothingWritten(world);

            WrongAddress.leadBack(world);
            placements.export();
            placements.requireOrderedOnce(order);
            placements.importPurchaseOrders();
            placements.export();
            placements.requireOrderedOnce(order);
        }
    }

    /** Another shop shows no order of that mark, which says nothing of whether it was ordered. */
    @ParameterizedTest
    @EnumSource
    void anOrderThatMayBeThereIsLookedForInTheRightShopOnly(WrongAddress address) {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).impatient().start()) {
            Placements placements = new Placements(world);
            placements.goLive();
            long lost = placements.place(placements.line(0, 3, "6.00"), placements.line(1, 2, "4.00"));
            exportUnder(world, Fault.resetBefore().on("POST", CREATE));
            long unmarked = placements.place(placements.line(2, 3, "6.00"), placements.line(3, 2, "4.00"));
            exportUnder(world, Fault.resetBefore().on("POST", CREATE + "/\\d+/mark-as-purchased"));
            assertThat(placements.underWay()).containsExactlyInAnyOrder(lost, unmarked);
            world.sandbox().log().clear();
            address.lead(world);
            world.goOn(LATER);
            assertThat(world.tryRun(Flow.PURCHASE_ORDERS)).allSatisfy(WritesToAnotherShopTest::requireFailed);
            requireNothingWritten(world);
            assertThat(placements.underWay()).containsExactlyInAnyOrder(lost, unmarked);

            WrongAddress.leadBack(world);
            placements.export();
            placements.export();
            placements.requireOrderedOnce(lost);
            placements.requireOrderedOnce(unmarked);
        }
    }

    private static void exportUnder(SyncWorld world, Fault fault) {
        world.faults().add(fault);
        world.tryRun(Flow.PURCHASE_ORDERS);
        world.faults().clear();
    }

    @ParameterizedTest
    @EnumSource
    void aListChoosesSuppliersInTheRightShopOnly(WrongAddress address) {
        try (ChoiceOfSuppliers shop =
                ChoiceOfSuppliers.of(SyncSetup.plain(PRODUCTS).impatient())) {
            shop.world.sandbox().log().clear();
            address.lead(shop.world);
            Imported waiting = shop.apply("list.csv", list(row(1, BETA, true), row(2, ALPHA, true)));
            assertThat(waiting.answer()).isEmpty();
            requireFailed(waiting.lastRun());
            assertThat(shop.folder("done")).isEmptyDirectory();
            requireNothingWritten(shop.world);

            WrongAddress.leadBack(shop.world);
            shop.goOnAtOnce();
            assertThat(shop.read("done", "list.result.txt"))
                    .contains("2 rows read: 1 applied, 1 so already, 0 rejected.");
            assertThat(shop.preferred()).containsAllEntriesOf(Map.of(1, BETA, 2, ALPHA, 3, ALPHA));
            assertThat(shop.picqersSupplier(1)).isEqualTo(shop.beta);
            assertThat(shop.picqerWrites()).extracting(LoggedRequest::method).containsExactly("PUT");
            shop.requireTheNextPullToWriteNothing();
        }
    }

    private static void requireFailed(RunResult result) {
        assertThat(result.report().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Problem.sentence(result.thrown())).isNotBlank();
    }

    /** Neither to Picqer, under whatever address, nor to Optiply. */
    private static void requireNothingWritten(SyncWorld world) {
        assertThat(world.writes()).as("to Optiply").isEmpty();
        List<LoggedRequest> toPicqer = world.sandbox()
                .log()
                .requests(request ->
                        request.path().contains("/api/v1/") && !request.method().equals("GET"));
        assertThat(toPicqer).as("to Picqer").isEmpty();
    }
}
