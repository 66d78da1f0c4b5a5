package com.optiply.picqer.sync.export;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PicqerPurchaseOrderLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import com.optiply.picqer.picqer.SupplierId;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.export.Origins.Marks;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
        assertThat(exports().get(TWELVE).purchaseOrder()).isEqualTo(new RemoteId("5120"));
        assertThat(exports().get(TWELVE).isOurs()).isFalse();
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
        PicqerPurchaseOrder order = draft(5120, "Optiply-12", 9, 3);
        plan();

        assertThat(settled(origins.read(run, List.of(order)), optiplys(12, null))
                        .of(order))
                .isEqualTo(ITSELF);
        assertThat(exports().get(TWELVE).state()).isEqualTo(ExportState.CREATED);
        assertThat(exports().get(TWELVE).isOurs()).isTrue();
    }

    /** Nobody knows whether it shall be bought: the export asks a person, since it is not its own. */
    @Test
    void whatArrivedOtherwiseThanItWasPlannedIsNotOurs() {
        plan();

        settled(origins.read(run, List.of(draft(5120, "Optiply-12", 9, 4))), optiplys(12, null));

        assertThat(exports().get(TWELVE).purchaseOrder()).isEqualTo(new RemoteId("5120"));
        assertThat(exports().get(TWELVE).state()).isEqualTo(ExportState.CREATED);
        assertThat(exports().get(TWELVE).isOurs()).isFalse();
    }

    @Test
    void whatArrivedBehindAnOlderBearerOfItsMarkIsNotOurs() {
        PicqerPurchaseOrder order = draft(5120, "Optiply-12", 9, 3);
        store.saveDurably(tx -> tx.links().save(List.of(inOptiply(Kind.BUY_ORDERS, "5119", 11, "{}"))));
        plan();

        Marks marks = origins.read(run, List.of(order));
        settled(marks, List.of(order(5119, "Optiply-12")), optiplys(12, null));

        assertThat(exports().get(TWELVE).purchaseOrder()).isEqualTo(new RemoteId("5120"));
        assertThat(exports().get(TWELVE).isOurs()).isFalse();
    }

    @Test
    void theOldestBearerIsTheOrderOnWhateverPageItStands() {
        PicqerPurchaseOrder copy = order(5121, "Optiply-12");
        PicqerPurchaseOrder older = order(5120, "Optiply-12");
        Marks marks = origins.read(run, List.of(copy));
        assertThat(origins.keep(run, marks, List.of(optiplys(12, null)))).isTrue();

        settled(marks, List.of(older, copy), optiplys(12, null));

        assertThat(marks.of(copy)).isEqualTo(A_COPY);
        assertThat(exports().get(TWELVE).purchaseOrder()).isEqualTo(new RemoteId("5120"));
        assertThat(settled(origins.read(run, List.of(older)), optiplys(12, null))
                        .of(older))
                .isEqualTo(ITSELF);
    }

    @Test
    void nobodyElseIsAskedForWhereOptiplyNamesThePurchaseOrderOrHasNone() {
        Marks marks = origins.read(run, List.of(order(5120, "Optiply-12")));

        assertThat(origins.keep(run, marks, List.of())).isFalse();
        assertThat(origins.keep(run, marks, List.of(optiplys(12, "5120")))).isFalse();
    }

    @Test
    void whatOptiplyDoesNotShowIsNeitherThereNorGone() {
        PicqerPurchaseOrder bearer = order(5120, "Optiply-12");
        PicqerPurchaseOrder known = order(5121, null);
        OptiplyId thirteen = new OptiplyId(13);
        save(Export.found(Acme.NAME, thirteen, id(known), run.id()));
        Marks marks = origins.read(run, List.of(bearer, known));
        marks.unshown(TWELVE);
        marks.unshown(thirteen);

        settled(marks);

        assertThat(marks.doubtOf(bearer)).contains(TWELVE);
        assertThat(marks.doubtOf(known)).contains(thirteen);
        Map<OptiplyId, Export> kept = store.read(tx -> tx.exports().find(Acme.NAME, List.of(TWELVE, thirteen)));
        assertThat(kept).containsOnlyKeys(thirteen);
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
        return settled(marks, List.of(), found);
    }

    private Marks settled(Marks marks, List<PicqerPurchaseOrder> bearers, OptiplyRecord... found) {
        origins.keep(run, marks, List.of(found));
        origins.settle(run, marks, bearers.stream().map(FoundPurchaseOrder::of).toList());
        return marks;
    }

    private void plan() {
        String draft = "{\"idsupplier\":9,\"supplier_orderid\":\"Optiply-12\","
                + "\"products\":[{\"idproduct\":70211,\"amount\":3}]}";
        save(new Export(Acme.NAME, TWELVE, null, ExportState.PLANNED, draft, run.id(), null));
    }

    private void save(Export export) {
        store.saveDurably(tx -> tx.exports().save(List.of(export)));
    }

    private Map<OptiplyId, Export> exports() {
        return store.read(tx -> tx.exports().find(Acme.NAME, List.of(TWELVE)));
    }

    private static OptiplyRecord optiplys(long id, @Nullable String remoteId) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("supplierId", 7);
        if (remoteId != null) {
            attributes.putObject("remoteIdMap").put(Long.toString(Acme.COUPLING), remoteId);
        }
        return new OptiplyRecord(new OptiplyId(id), null, attributes);
    }

    private static RemoteId id(PicqerPurchaseOrder order) {
        return new RemoteId(order.idpurchaseorder().toString());
    }

    private static PicqerPurchaseOrder order(long id, @Nullable String reference) {
        return order(id, reference, PurchaseOrderStatus.PURCHASED, null, List.of());
    }

    /** A concept with a line of each amount. */
    private static PicqerPurchaseOrder draft(long id, String reference, long supplier, long... amounts) {
        List<PicqerPurchaseOrderLine> lines = LongStream.of(amounts)
                .mapToObj(amount -> new PicqerPurchaseOrderLine(
                        new PurchaseOrderLineId(id), new ProductId(70211), null, null, amount, null))
                .toList();
        return order(id, reference, PurchaseOrderStatus.CONCEPT, new SupplierId(supplier), lines);
    }

    private static PicqerPurchaseOrder order(
            long id,
            @Nullable String reference,
            PurchaseOrderStatus status,
            @Nullable SupplierId supplier,
            List<PicqerPurchaseOrderLine> lines) {
        LocalDateTime at = LocalDateTime.of(2025, 10, 8, 10, 1, 11);
        return new PicqerPurchaseOrder(
                new PurchaseOrderId(id),
                supplier,
                null,
                new WarehouseId(18),
                "PO-" + id,
                reference,
                status,
                null,
                null,
                at,
                at,
                lines);
    }
}
