package com.optiply.picqer.sync;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.store.Export;
import com.optiply.picqer.store.ExportState;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.Origins.Marks;
import com.optiply.picqer.sync.Origins.Origin;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** mapping.md, "Buy orders": whoever bears the mark of an Optiply order is that order, but only the first who does. */
@OnEveryDatabase
class OriginsTest {
    private static final OptiplyId TWELVE = new OptiplyId(12);
    private static final Origin ITSELF = new Origin(true, null);
    private static final Origin A_COPY = new Origin(false, TWELVE);

    private final Store store;
    private final TestClock clock = new TestClock();
    private final Origins origins;
    private Run run;

    OriginsTest(Store store) {
        this.store = store;
        this.origins = new Origins(store, new Adoption(store, clock));
    }

    @BeforeEach
    void anImportIsUnderWay() {
        run = new RunBook(store, "test", clock).begin(Acme.settings(), "buy-orders", List.of(Kind.BUY_ORDERS));
    }

    @Test
    void anOrderWithoutAMarkIsPicqers() {
        Marks marks = origins.read(run, List.of(order(5120, null)));

        assertThat(marks.toLookUp()).isEmpty();
        assertThat(settled(marks).of(order(5120, null))).isEqualTo(Origin.PICQER);
    }

    @Test
    void anOrderThatBearsTheMarkIsThatOrderIfOptiplyHasIt() {
        PicqerPurchaseOrder order = order(5120, "Optiply-12");
        Marks marks = origins.read(run, List.of(order));
        assertThat(marks.toLookUp()).containsExactly(TWELVE);

        assertThat(settled(marks, optiplys(12, null)).of(order)).isEqualTo(ITSELF);
        assertThat(exported().purchaseOrder()).isEqualTo(new RemoteId("5120"));
        assertThat(exported().isOurs()).isFalse();
    }

    @Test
    void anOrderThatOptiplyDoesNotHaveIsNobodys() {
        PicqerPurchaseOrder order = order(5120, "Optiply-12");

        assertThat(settled(origins.read(run, List.of(order))).of(order)).isEqualTo(A_COPY);
    }

    @Test
    void ofTwoThatBearTheSameMarkTheOlderIsTheOrder() {
        PicqerPurchaseOrder older = order(5120, "Optiply-12");
        PicqerPurchaseOrder copy = order(5121, "Optiply-12");
        Marks marks = settled(origins.read(run, List.of(copy, older)), optiplys(12, null));

        assertThat(marks.of(older)).isEqualTo(ITSELF);
        assertThat(marks.of(copy)).isEqualTo(A_COPY);
    }

    @Test
    void aCopyThatComesLaterIsACopy() {
        PicqerPurchaseOrder copy = order(5119, "Optiply-12");
        settled(origins.read(run, List.of(order(5120, "Optiply-12"))), optiplys(12, null));

        assertThat(settled(origins.read(run, List.of(copy)), optiplys(12, null)).of(copy))
                .isEqualTo(A_COPY);
    }

    @Test
    void anOrderThatIsLinkedToAnotherPurchaseOrderIsNotAskedFor() {
        PicqerPurchaseOrder order = order(5120, "Optiply-12");
        store.saveDurably(tx -> tx.links().save(List.of(inOptiply(Kind.BUY_ORDERS, "5000", 12, "{}"))));
        Marks marks = origins.read(run, List.of(order));

        assertThat(marks.toLookUp()).isEmpty();
        assertThat(settled(marks).of(order)).isEqualTo(A_COPY);
    }

    @Test
    void anOrderThatBearsTheIdOfAnotherPurchaseOrderIsThatOne() {
        PicqerPurchaseOrder order = order(5120, "Optiply-12");

        assertThat(settled(origins.read(run, List.of(order)), optiplys(12, "5000"))
                        .of(order))
                .isEqualTo(A_COPY);
        assertThat(settled(origins.read(run, List.of(order)), optiplys(12, "5120"))
                        .of(order))
                .isEqualTo(ITSELF);
    }

    @Test
    void whatWasPlannedHasArrivedWithItsMark() {
        PicqerPurchaseOrder order = order(5120, "Optiply-12");
        save(new Export(Acme.NAME, TWELVE, null, ExportState.PLANNED, "{\"idsupplier\":9}", run.id(), null));

        assertThat(settled(origins.read(run, List.of(order)), optiplys(12, null))
                        .of(order))
                .isEqualTo(ITSELF);
        assertThat(exported().state()).isEqualTo(ExportState.CREATED);
        assertThat(exported().isOurs()).isTrue();
    }

    @Test
    void whoseOrderWasDeletedInOptiplyIsItNoMore() {
        PicqerPurchaseOrder order = order(5120, null);
        save(Export.found(Acme.NAME, TWELVE, new RemoteId("5120"), run.id()));
        Marks marks = origins.read(run, List.of(order));
        assertThat(marks.toLookUp()).containsExactly(TWELVE);
        assertThat(marks.of(order)).isEqualTo(ITSELF);

        assertThat(settled(marks).of(order)).isEqualTo(Origin.PICQER);
        assertThat(exports()).isEmpty();
    }

    @Test
    void anOrderThatIsLinkedIsWhatItIsThoughSomebodyTakesItsMarkAway() {
        PicqerPurchaseOrder order = order(5120, null);
        save(Export.found(Acme.NAME, TWELVE, new RemoteId("5120"), run.id()));
        store.saveDurably(tx -> tx.links().save(List.of(inOptiply(Kind.BUY_ORDERS, "5120", 12, "{}"))));
        Marks marks = origins.read(run, List.of(order));

        assertThat(marks.toLookUp()).isEmpty();
        assertThat(settled(marks).of(order)).isEqualTo(ITSELF);
    }

    private Marks settled(Marks marks, OptiplyRecord... found) {
        origins.settle(run, marks, List.of(found));
        return marks;
    }

    private void save(Export export) {
        store.saveDurably(tx -> tx.exports().save(List.of(export)));
    }

    private Map<OptiplyId, Export> exports() {
        return store.read(tx -> tx.exports().find(Acme.NAME, List.of(TWELVE)));
    }

    private Export exported() {
        return exports().get(TWELVE);
    }

    private static OptiplyRecord optiplys(long id, @Nullable String remoteId) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("supplierId", 7);
        if (remoteId != null) {
            attributes.putObject("remoteIdMap").put(Long.toString(Acme.COUPLING), remoteId);
        }
        return new OptiplyRecord(new OptiplyId(id), null, attributes);
    }

    private static PicqerPurchaseOrder order(long id, @Nullable String reference) {
        LocalDateTime at = LocalDateTime.of(2025, 10, 8, 10, 1, 11);
        return new PicqerPurchaseOrder(
                new PurchaseOrderId(id),
                null,
                null,
                new WarehouseId(18),
                "PO-" + id,
                reference,
                PurchaseOrderStatus.PURCHASED,
                null,
                null,
                at,
                at,
                List.of());
    }
}
