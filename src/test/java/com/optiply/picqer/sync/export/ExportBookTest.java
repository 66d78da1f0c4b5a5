package com.optiply.picqer.sync.export;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.PlacedBuyOrderLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.link.Parking;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of an order on its way to Picqer is on disk before it goes, and linked as soon as it is there. */
@OnEveryDatabase
class ExportBookTest {
    private static final OptiplyId TWELVE = new OptiplyId(12);
    private static final RequestCounts REQUESTS = new RequestCounts(0, 0);

    private final Store store;
    private final TestClock clock = new TestClock();
    private final RunBook runs;
    private final ExportBook book;
    private Run run;

    ExportBookTest(Store store) {
        this.store = store;
        this.runs = new RunBook(store, "test", clock);
        this.book = new ExportBook(store, clock);
    }

    @BeforeEach
    void anExportIsUnderWay() {
        run = begin();
    }

    @Test
    void whatIsPlannedIsUnderWayUntilItIsForgotten() {
        book.plan(run, planned());
        assertThat(book.underWay(run)).containsExactly(planned());

        book.forget(run, TWELVE);
        assertThat(book.underWay(run)).isEmpty();
    }

    @Test
    void aRunThatWasCalledInterruptedPlansNothing() {
        begin();

        assertThatThrownBy(() -> book.plan(run, planned())).isInstanceOf(LeaseLostException.class);
        assertThat(book.underWay(run)).isEmpty();
    }

    /** It was suspended, and wakes when another run has found out what became of the order. */
    @Test
    void aRunThatWasCalledInterruptedChangesNothingThatAnotherFoundOut() {
        book.plan(run, planned());
        Run old = run;
        run = begin();
        Export done = created().in(ExportState.DONE);
        book.moved(run, done);

        assertThatThrownBy(() -> book.forget(old, TWELVE)).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> book.moved(old, planned().in(ExportState.SOUGHT)))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> book.arrived(old, order(), List.of(), found(), created()))
                .isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> book.done(old, planned().in(ExportState.DONE), "Optiply-12", List.of()))
                .isInstanceOf(LeaseLostException.class);

        assertThat(store.<Map<OptiplyId, Export>>read(tx -> tx.exports().find(Acme.NAME, List.of(TWELVE))))
                .containsOnly(Map.entry(TWELVE, done));
        assertThat(link(Kind.BUY_ORDERS, "5120")).isNull();
        assertThat(link(Kind.PURCHASE_ORDERS, "12")).isNull();
    }

    @Test
    void anEarlierRunCanHaveSentItUntilItEnded() {
        assertThat(book.lastSent(run, planned())).isEqualTo(run.startedAt());

        clock.goOn(Duration.ofMinutes(3));
        runs.failed(run, REQUESTS, "Picqer gave no answer.", Blame.REMOTE);
        assertThat(book.lastSent(begin(), planned())).isEqualTo(clock.instant());
    }

    @Test
    void aPurchaseOrderIsOfAnotherOnlyWhereItIsLinkedToAnother() {
        Set<RemoteId> there = Set.of(new RemoteId("5120"), new RemoteId("5121"));
        assertThat(book.ofOthers(run, TWELVE, there)).isEmpty();

        save(inOptiply(Kind.BUY_ORDERS, "5120", 12, "{}"));
        assertThat(book.ofOthers(run, TWELVE, there)).isEmpty();

        save(inOptiply(Kind.BUY_ORDERS, "5120", 13, "{}"));
        assertThat(book.ofOthers(run, TWELVE, there)).containsExactly(new RemoteId("5120"));
    }

    @Test
    void whatArrivedIsLinkedWithItsLinesAndIsAmongTheChanges() {
        book.arrived(run, order(), List.of(line(121, 1, 4), line(122, 1, 6)), found(), created());

        assertThat(link(Kind.BUY_ORDERS, "5120").optiplyId()).isEqualTo(TWELVE);
        assertThat(link(Kind.BUY_ORDERS, "5120").label()).isEqualTo("PO-1");
        assertThat(link(Kind.BUY_ORDER_LINES, "88").optiplyId())
                .as("of one product, the line of the same amount")
                .isEqualTo(new OptiplyId(122));
        assertThat(link(Kind.BUY_ORDER_LINES, "89").optiplyId()).isEqualTo(new OptiplyId(121));
        assertThat(link(Kind.BUY_ORDER_LINES, "89").parent()).isEqualTo(new RemoteId("5120"));
        assertThat(changes()).hasSize(1);
        assertThat(book.underWay(run)).containsExactly(created());
    }

    @Test
    void whatTheImportLinkedMeanwhileStaysAsItIs() {
        save(inOptiply(Kind.BUY_ORDER_LINES, "88", 700, "{}"));
        save(inOptiply(Kind.BUY_ORDER_LINES, "70", 121, "{}"));

        book.arrived(run, order(), List.of(line(121, 1, 4), line(122, 1, 6)), found(), created());

        assertThat(link(Kind.BUY_ORDER_LINES, "88").optiplyId()).isEqualTo(new OptiplyId(700));
        assertThat(link(Kind.BUY_ORDER_LINES, "89"))
                .as("its order line has another")
                .isNull();
    }

    @Test
    void whatSomebodyElsePlacedIsNoChangeOfOurs() {
        book.arrived(run, order(), List.of(), found(), created().bySomebodyElse());

        assertThat(link(Kind.BUY_ORDERS, "5120").optiplyId()).isEqualTo(TWELVE);
        assertThat(changes()).isEmpty();
    }

    @Test
    void whatIsDoneWaitsForNobody() {
        Parked parked = Parking.by(run, clock.instant())
                .row(new RemoteId("12"), "Optiply-12", ParkReason.REFUSED_BY_PICQER, "found", null);
        store.saveDurably(tx -> tx.quarantine().park(List.of(parked)));
        book.moved(run, created());
        assertThat(book.underWay(run)).containsExactly(created());

        book.done(run, created().in(ExportState.DONE), "Optiply-12", List.of());

        assertThat(book.underWay(run)).isEmpty();
        assertThat(link(Kind.PURCHASE_ORDERS, "12").standing()).isEqualTo(Standing.SEND);
        assertThat(store.<List<Parked>>read(tx -> tx.quarantine().page(Acme.NAME, Kind.PURCHASE_ORDERS, null, 10)))
                .isEmpty();
    }

    private Run begin() {
        return runs.begin(Acme.settings(), Flow.PURCHASE_ORDERS.code(), List.of(Kind.PURCHASE_ORDERS));
    }

    private Export planned() {
        return new Export(Acme.NAME, TWELVE, null, ExportState.PLANNED, "{\"idsupplier\":9}", run.id(), null);
    }

    private Export created() {
        return planned().as(new RemoteId("5120"), ExportState.CREATED);
    }

    private static PlacedBuyOrder order() {
        return PlacedBuyOrder.read(record(12, "{\"supplierId\":7}"), OptionalLong.empty());
    }

    private static PlacedLineReading line(long id, long product, long quantity) {
        OptiplyRecord line = record(id, "{\"productId\":5,\"quantity\":" + quantity + ",\"subtotalValue\":\"1.00\"}");
        return new PlacedLineReading(PlacedBuyOrderLine.read(line), new ProductId(product));
    }

    private static FoundPurchaseOrder found() {
        return FoundPurchaseOrder.read(
                        DoorSamples.read(
                                """
                                {"idpurchaseorder": 5120, "purchaseorderid": "PO-1", "status": "concept", "products": [
                                 {"idpurchaseorder_product": 88, "idproduct": 1, "productcode": "S-1", "amount": 6},
                                 {"idpurchaseorder_product": 89, "idproduct": 1, "amount": 5}]}
                                """))
                .orElseThrow();
    }

    private static OptiplyRecord record(long id, String attributes) {
        return new OptiplyRecord(new OptiplyId(id), null, (ObjectNode) DoorSamples.read(attributes));
    }

    private List<Change> changes() {
        return store.read(tx -> tx.changes().ofRun(run.id(), 10));
    }

    private void save(Link link) {
        store.saveDurably(tx -> tx.links().save(List.of(link)));
    }

    private @Nullable Link link(Kind kind, String id) {
        RemoteId remoteId = new RemoteId(id);
        return store.read(tx -> tx.links().find(Acme.NAME, kind, List.of(remoteId)))
                .get(remoteId);
    }
}
