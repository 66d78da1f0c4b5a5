package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Backups that are made while a create is on its way: its intent is in the copy, and what became of it is not. Life
 * goes on; then the copy is put back, and nothing is lost or made twice.
 */
class BackupInTheMiddleTest {
    private static final long SEED = Long.getLong("seed", 20251008);
    private static final String ORDERS = "/optiply/v1/sellOrders";
    private static final String CREATE = "/picqer/acme/api/v1/purchaseorders";

    /** By then Picqer is through with what it was sent. */
    private static final Duration LATER = Duration.ofHours(1);

    /** A run that finds an intent waits until Optiply must be through with it: so here for twice a second. */
    private static final SyncSetup SETUP =
            SyncSetup.plain(SmallShop.PRODUCTS).withoutSyncedDate().impatient();

    /** By the request in whose midst they were made. */
    private final Map<String, Path> copies = new TreeMap<>();

    private SyncWorld world;
    private SmallShop shop;

    private void begin(SyncSetup setup) {
        world = setup.start();
        shop = new SmallShop(world);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @ParameterizedTest(name = "coupled: {0}")
    @ValueSource(booleans = {true, false})
    void aCreateOfAnyKindThatReachedOptiplySinceIsNotRepeated(boolean isCoupled) throws SQLException {
        begin(isCoupled ? SETUP : SETUP.withoutCoupling());
        SentSoFar sent = new SentSoFar(world);
        world.stepIn(request -> copyOnce(request, "/v1/\\w+"));
        world.run(SmallShop.FLOWS);
        world.stepIn(request -> {});
        // Without a coupling, deliveries of one second could not be told apart on the way back.
        world.sandbox().clock().advance(Duration.ofMinutes(1));
        shop.change();
        sent.note();
        world.run(SmallShop.FLOWS);
        assertThat(sent.differences()).isEmpty();

        assertThat(copies).as("of each kind one").hasSize(7);
        for (Map.Entry<String, Path> copy : copies.entrySet()) {
            requireOpen("intent", copy.getValue());
            putBack(copy.getValue());
            world.run(SmallShop.FLOWS);

            assertThat(created("/optiply/v1/.*")).as(copy.getKey()).isEmpty();
            assertThat(sent.differences()).as(copy.getKey()).isEmpty();
        }
    }

    /** Without a coupling they look alike: the one that is left is not taken for both. */
    @Test
    void twoDeliveriesOfOneSecondAreNotTakenForEachOther() throws SQLException {
        begin(SETUP.withoutCoupling());
        SentSoFar sent = new SentSoFar(world);
        List<ObjectNode> receipts = twoDeliveriesOfOneSecond();
        sent.note();
        world.stepIn(request -> copyOnce(request, "/v1/receiptLines"));
        world.run(SmallShop.FLOWS);
        world.stepIn(request -> {});
        ObjectNode takenBack = receipts.get(0);
        world.user()
                .revertReceiptLine(
                        takenBack.path("idreceipt").asLong(),
                        takenBack
                                .path("products")
                                .path(0)
                                .path("idreceipt_product")
                                .asLong());
        sent.note();
        world.run(SmallShop.FLOWS);
        assertThat(sent.differences()).isEmpty();
        Path copy = copies.get("/v1/receiptLines");
        requireOpen("intent", copy);

        putBack(copy);
        world.run(SmallShop.FLOWS);
        world.run(SmallShop.FLOWS);

        assertThat(sent.differences()).isEmpty();
    }

    private List<ObjectNode> twoDeliveriesOfOneSecond() {
        ObjectNode order = JsonNodeFactory.instance
                .objectNode()
                .put("idsupplier", shop.supplier())
                .put("idwarehouse", SyncSetup.MAIN_WAREHOUSE);
        order.withArray("products")
                .addObject()
                .put("idproduct", shop.product(1))
                .put("amount", 100)
                .put("price", 2);
        long id = world.user().addPurchaseOrder(order).path("idpurchaseorder").asLong();
        world.user().markAsPurchased(id);
        ObjectNode first = world.user().receiveGoods(id, shop.product(1), 1, 2);
        ObjectNode second = world.user().receiveGoods(id, shop.product(1), 2, 2);
        while (!first.path("completed_at").equals(second.path("completed_at"))) {
            first = second;
            second = world.user().receiveGoods(id, shop.product(1), 2, 2);
        }
        return List.of(first, second);
    }

    /** The machine is lost at that moment, and the copy is all that there is. */
    @ParameterizedTest(name = "carried out: {0}")
    @ValueSource(booleans = {true, false})
    void aCreateThatNobodyHeardOfIsMadeOnce(boolean isCarriedOut) throws SQLException {
        begin(SETUP);
        world.run(SmallShop.FLOWS);
        SentSoFar sent = new SentSoFar(world);
        shop.sellOneMore();
        sent.note();
        Fault lost = isCarriedOut ? Fault.resetAfter() : Fault.resetBefore();
        world.faults().add(lost.on("POST", ORDERS));
        world.faults().add(Fault.resetBefore().on("GET", ORDERS));
        world.tryRun(Flow.SELL_ORDERS);
        world.faults().clear();
        Path copy = world.backUp();
        requireOpen("intent", copy);

        putBack(copy);
        world.run(SmallShop.FLOWS);
        world.run(SmallShop.FLOWS);

        assertThat(created(ORDERS)).hasSize(isCarriedOut ? 0 : 1);
        assertThat(sent.differences()).isEmpty();
    }

    @Test
    void anOrderThatReachedPicqerSinceIsNotPlacedAgain() throws SQLException {
        begin(SETUP);
        Buyers buyers = new Buyers(world);
        SplittableRandom random = new SplittableRandom(SEED);
        runBothWays();
        buyers.place(random);
        world.stepIn(request -> copyOnce(request, "/purchaseorders(/\\d+/mark-as-purchased)?"));
        world.run(Flow.PURCHASE_ORDERS);
        world.stepIn(request -> {});
        buyers.place(random);
        buyers.place(random);
        runBothWays();
        requireOrderedOnce(buyers, "before");

        assertThat(copies).as("of the create, and of the mark").hasSize(2);
        for (Map.Entry<String, Path> copy : copies.entrySet()) {
            requireOpen("export", copy.getValue());
            putBack(copy.getValue());
            runBothWays();
            world.goOn(LATER);
            runBothWays();

            assertThat(created("/picqer/.*")).as(copy.getKey()).isEmpty();
            buyers.place(random);
            runBothWays();
            assertThat(created(CREATE)).as(copy.getKey()).hasSize(1);
            requireOrderedOnce(buyers, copy.getKey());
        }
    }

    /** Whoever lost the state may have ordered the goods by hand since. */
    @Test
    void anOrderThatNeverReachedPicqerIsPlacedWhenAPersonSaysSo() throws SQLException {
        begin(SETUP);
        Buyers buyers = new Buyers(world);
        runBothWays();
        buyers.place(new SplittableRandom(SEED));
        int before = world.shop().allPurchaseOrders().size();
        world.faults().add(Fault.resetBefore().on("POST", CREATE));
        world.run(Flow.PURCHASE_ORDERS);
        world.faults().clear();
        Path copy = world.backUp();
        requireOpen("export", copy);

        putBack(copy);
        runBothWays();
        world.goOn(LATER);
        RunReport asking = runBothWays();

        assertThat(world.shop().allPurchaseOrders()).hasSize(before);
        assertThat(asking.counts().parked()).containsExactly(Map.entry("older_than_export", 1L));
        approve(asking, "Optiply-" + world.state().parked().get(0));
        runBothWays();
        requireOrderedOnce(buyers, "never reached");
    }

    /** @return how the export went */
    private RunReport runBothWays() {
        world.run(SmallShop.FLOWS);
        return world.run(Flow.PURCHASE_ORDERS).get(0);
    }

    private void approve(RunReport asking, String order) {
        world.engine().store().saveDurably(tx -> tx.approvals()
                .approve(SyncSetup.ACME, new RunId(asking.run()), Set.of(order)));
    }

    private void requireOrderedOnce(Buyers buyers, String when) {
        assertThat(buyers.wronglyCreated()).as(when).isEmpty();
        assertThat(buyers.differences()).as(when).isEmpty();
        assertThat(world.differences(buyers.history())).as(when).isEmpty();
    }

    private void copyOnce(SimulatedRequest request, String path) {
        if (request.method().equals("POST") && request.path().matches(path)) {
            copies.computeIfAbsent(request.path().replaceAll("/\\d+/", "/"), first -> world.backUp());
        }
    }

    private void putBack(Path copy) {
        world.putBack(copy);
        world.sandbox().log().clear();
    }

    /** Also lets go of the account, which the run in the copy holds: as time does, half a minute later. */
    private static void requireOpen(String table, Path copy) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from lease");
            try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                assertThat(rows.getLong(1)).as(table + " in " + copy).isPositive();
            }
        }
    }

    /** The paths of what an account carried out at a POST. */
    private List<String> created(String paths) {
        return world
                .sandbox()
                .log()
                .requests(request -> request.path().matches(paths)
                        && request.method().equals("POST")
                        && request.applied() >= 200
                        && request.applied() < 300)
                .stream()
                .map(LoggedRequest::path)
                .toList();
    }
}
