package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records that Picqer answers to have no more, for good or by mistake; each test has its own in one shop. */
class LifeOfAVanishedRecordTest {
    private static SyncWorld world;
    private static Placements placements;

    @BeforeAll
    static void begin() {
        world = SyncSetup.plain(6).impatient().withoutSyncedDate().start();
        placements = new Placements(world);
        placements.goLive();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void aSellOrderReturnsThoughItsDeletionWasApprovedAndStopsNoOther() {
        long order = sellOrder();
        world.run(Flow.SELL_ORDERS, Flow.CHANGED_SELL_ORDERS);
        ObjectNode row = world.shop().allOrders().stream()
                .filter(each -> each.path("idorder").asLong() == order)
                .findFirst()
                .orElseThrow()
                .deepCopy();
        world.user().removeOrder(order);
        assertThat(run(Flow.CHANGED_SELL_ORDERS).counts().parked())
                .containsExactly(Map.entry("not_found_in_picqer", 1L));
        run(Flow.CHANGED_SELL_ORDERS);
        RunReport held = run(Flow.CHANGED_SELL_ORDERS);
        assertThat(held.counts().parked()).containsExactly(Map.entry("held", 1L));
        world.engine().store().durably(tx -> tx.approvals().approve(SyncSetup.ACME, new RunId(held.run())));
        run(Flow.CHANGED_SELL_ORDERS);
        assertThat(world.account().all("sellOrders")).isEmpty();
        world.user().putOrderVerbatim(row.toString());
        sellOrder();
        RunReport later = run(Flow.CHANGED_SELL_ORDERS);

        assertThat(later.counts().written().create()).isEqualTo(2);
        assertThat(world.account().all("sellOrders")).hasSize(2);
    }

    @Test
    void oneAnswerLosesNoPurchaseOrderThatWaits() {
        long order = placements.purchases().order(placements.purchases().line(3, 3, 7));
        ObjectNode row = placements.purchases().copy(order);
        world.user()
                .putPurchaseOrderVerbatim(row.deepCopy().put("updated", "soon").toString());
        world.run(Flow.BUY_ORDERS);
        world.user().removePurchaseOrder(order);
        world.goOn(Duration.ofMinutes(2));
        world.run(Flow.BUY_ORDERS);
        assertThat(world.state().link(order).reason()).isEqualTo("not_found_in_picqer");
        world.user()
                .putPurchaseOrderVerbatim(
                        row.put("updated", "2020-01-01 12:00:00").toString());
        world.run(Flow.BUY_ORDERS);

        assertThat(world.state().link(order).optiplyId()).isNotNull();
        assertThat(world.state().parked()).doesNotContain(Long.toString(order));
    }

    @Test
    void anOrderOfOptiplysOwnIsLeftToAPerson() {
        long order = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        placements.importPurchaseOrders();
        long there = placements.inPicqer(order).path("idpurchaseorder").asLong();
        world.user().removePurchaseOrder(there);
        ask(there);
        world.run(Flow.BUY_ORDERS);
        world.run(Flow.BUY_ORDERS);
        RunReport report = world.run(Flow.BUY_ORDERS).get(0);

        assertThat(report.counts().parked()).containsEntry("gone_in_picqer", 1L);
        assertThat(world.state().link(there).reason()).isEqualTo("gone_in_picqer");
        assertThat(world.state().link(there).optiplyId()).isEqualTo(order);
    }

    /** Whoever completes or deletes it in Optiply has done what there was to do. */
    @Test
    void anOrderOfOptiplysOwnIsAskedForNoMoreOnceItIsSettled() {
        long completed = placements.place(placements.line(0, 12, "53.40"));
        long deleted = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        placements.importPurchaseOrders();
        List<Long> there = List.of(idInPicqer(completed), idInPicqer(deleted));
        there.forEach(world.user()::removePurchaseOrder);
        there.forEach(LifeOfAVanishedRecordTest::ask);
        world.run(Flow.BUY_ORDERS, Flow.BUY_ORDERS, Flow.COMPARISON);
        assertThat(there)
                .allSatisfy(id -> assertThat(world.state().link(id).reason()).isEqualTo("gone_in_picqer"));

        placements.complete(completed);
        world.account().deleteByUser("buyOrders", deleted);
        run(Flow.COMPARISON);

        there.forEach(id -> assertThat(world.state().parked()).doesNotContain(Long.toString(id)));
        world.sandbox().log().clear();
        run(Flow.BUY_ORDERS);
        run(Flow.COMPARISON);
        assertThat(world.sandbox().log().requests(request -> there.stream()
                        .anyMatch(id -> request.path().endsWith("/purchaseorders/" + id))))
                .isEmpty();
        assertThat(world.writes()).isEmpty();
    }

    private static long idInPicqer(long order) {
        return placements.inPicqer(order).path("idpurchaseorder").asLong();
    }

    private static void ask(long purchaseOrder) {
        RemoteId id = new RemoteId(Long.toString(purchaseOrder));
        world.engine().store().saveDurably(tx -> tx.rereads()
                .ask(SyncSetup.ACME, Kind.BUY_ORDERS, new RunId(0), List.of(id)));
    }

    private static RunReport run(Flow flow) {
        RunReport report = world.run(flow).get(0);
        Accounting.requireSound(report, Map.of());
        return report;
    }

    private static long sellOrder() {
        ObjectNode fields = fields();
        fields.withArray("products")
                .addObject()
                .put("idproduct", placements.purchases().product(0))
                .put("amount", 1);
        long order = world.user().addOrder(fields).path("idorder").asLong();
        world.user().changeOrderStatus(order, "processing");
        return order;
    }
}
