package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.store.row.HeldRecord;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ExportsTest {
    private static final OptiplyId ORDER = new OptiplyId(2558903);
    private static final RemoteId THERE = new RemoteId("5120");
    private static final Export PLANNED = new Export(
            ACME, ORDER, null, ExportState.PLANNED, "{\"idsupplier\":9410}", new RunId(1), "2025-10-08 10:01:12");

    private final Store store;

    ExportsTest(Store store) {
        this.store = store;
    }

    @Test
    void whatIsOnItsWayIsFoundAgainAsItWas() {
        save(PLANNED);

        assertThat(underWay()).containsExactly(PLANNED);
    }

    @Test
    void itComesOnAndIsDone() {
        save(PLANNED);
        Export created = PLANNED.as(THERE, ExportState.CREATED);
        save(created);
        assertThat(underWay()).containsExactly(created);

        save(created.in(ExportState.DONE));

        assertThat(underWay()).isEmpty();
        assertThat(find(THERE)).containsEntry(THERE, created.in(ExportState.DONE));
    }

    @Test
    void aPurchaseOrderIsOfOneOrderOnly() {
        save(PLANNED.as(THERE, ExportState.DONE));
        Export other = Export.found(ACME, new OptiplyId(1), THERE, new RunId(2));

        assertThatThrownBy(() -> save(other)).isInstanceOf(StoreException.class);
    }

    @Test
    void whatCertainlyDidNotArriveIsForgotten() {
        save(PLANNED);

        store.saveDurably(tx -> tx.exports().remove(ACME, List.of(ORDER)));

        assertThat(underWay()).isEmpty();
        Map<OptiplyId, Export> left = store.read(tx -> tx.exports().find(ACME, List.of(ORDER)));
        assertThat(left).isEmpty();
    }

    /** Whoever approves of a run that disabled products must not order goods by that, nor the other way round. */
    @Test
    void ordersAreLetThroughByARunOfTheirOwnFlowOnly() {
        RunId products = run("products");
        RunId before = run("purchase-orders");
        RunId later = run("products");
        RunId exports = run("purchase-orders");
        hold(Kind.PRODUCTS, "1", HoldAction.DISABLE, products, later);
        hold(Kind.PURCHASE_ORDERS, "7", HoldAction.EXPORT, before, exports);
        hold(Kind.PURCHASE_ORDERS, "8", HoldAction.EXPORT, before, exports);

        assertThat(approve(before, Set.of("Optiply-1"))).isEmpty();
        assertThat(approve(later, Set.of())).isEqualTo(Map.of(HoldAction.DISABLE, 1L));
        assertThat(approve(exports, Set.of("Optiply-8"))).isEqualTo(Map.of(HoldAction.EXPORT, 1L));
        List<HeldRecord> held = store.read(tx -> tx.approvals().told(ACME));
        assertThat(held)
                .containsExactly(
                        new HeldRecord(HoldAction.EXPORT, Kind.PURCHASE_ORDERS, "Optiply-7", exports, null, null));
        assertThat(approve(exports, Set.of())).isEqualTo(Map.of(HoldAction.EXPORT, 1L));
    }

    private RunId run(String flow) {
        return store.durably(tx -> tx.runs().begin(ACME, flow, "test", Instant.EPOCH));
    }

    private void hold(Kind kind, String id, HoldAction action, RunId first, RunId last) {
        String label = "Optiply-" + id;
        store.saveDurably(tx -> {
            for (RunId run : List.of(first, last)) {
                tx.holds()
                        .propose(List.of(Hold.proposed(
                                run,
                                ACME,
                                kind,
                                new RemoteId(id),
                                label,
                                action,
                                Attributes.NONE.json(),
                                Standing.SEND,
                                null)));
                tx.holds().settle(ACME, kind, run, action);
            }
        });
    }

    private Map<HoldAction, Long> approve(RunId run, Set<String> labels) {
        return store.durably(tx -> tx.approvals().approve(ACME, run, labels).records());
    }

    private void save(Export export) {
        store.saveDurably(tx -> tx.exports().save(List.of(export)));
    }

    private List<Export> underWay() {
        return store.read(tx -> tx.exports().underWay(ACME));
    }

    private Map<RemoteId, Export> find(RemoteId purchaseOrder) {
        return store.read(tx -> tx.exports().byPurchaseOrders(ACME, List.of(purchaseOrder)));
    }
}
