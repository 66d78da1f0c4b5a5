package com.optiply.picqer.sync.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.SampleLinks;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Optiply had before the state knew of it is linked, and nothing is created twice. */
@OnEveryDatabase
class AdoptionTest {
    private static final RemoteId ONE = new RemoteId("1");

    /** What Optiply says of a product that is already as the shop's first one. */
    private static final String AS_IN_THE_SHOP =
            """
            {"name": "Hose 1", "skuCode": "S-1", "articleCode": "S-1", "eanCode": "8711", "price": "24.95",
             "unlimitedStock": false, "assembled": false, "stockLevel": 10, "status": "enabled"}
            """;

    private final Store store;

    AdoptionTest(Store store) {
        this.store = store;
    }

    @Test
    void linksByTheRemoteIdOfOurCoupling() {
        ProductSync sync = coupled();
        long id = sync.optiply.has(ONE, AS_IN_THE_SHOP);

        RunReport report = sync.run();

        assertThat(report.counts().adopted()).isEqualTo(1);
        assertThat(report.counts().unchanged()).isEqualTo(1);
        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(sync.link(1).orElseThrow().optiplyId()).isEqualTo(new OptiplyId(id));
        assertThat(candidates()).as("it is nobody's any more").isZero();
    }

    @Test
    void bringsWhatItAdoptedUpToDate() {
        ProductSync sync = coupled();
        sync.optiply.has(ONE, AS_IN_THE_SHOP.replace("\"stockLevel\": 10", "\"stockLevel\": 3"));

        sync.run();

        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"stockLevel\":10}");
    }

    @Test
    void withACouplingTheSkuAloneSaysNothing() {
        ProductSync sync = coupled();
        sync.optiply.has(new RemoteId("77"), AS_IN_THE_SHOP);

        assertThat(sync.run().counts().written().create()).isEqualTo(1);
    }

    @Test
    void withoutACouplingLinksByTheSku() {
        ProductSync sync = uncoupled();
        long id = sync.optiply.has(ONE, AS_IN_THE_SHOP);

        RunReport report = sync.run();

        assertThat(report.counts().adopted()).isEqualTo(1);
        assertThat(report.counts().unchanged()).isEqualTo(1);
        assertThat(sync.link(1).orElseThrow().optiplyId()).isEqualTo(new OptiplyId(id));
    }

    @Test
    void whatOptiplyHasIsListedToItsEndOnceAndWhatIsLinkedIsNobodysCandidate() {
        TestClock clock = new TestClock();
        Adoption adoption = new Adoption(store, clock);
        Run run = new RunBook(store, "test", clock).begin(Acme.settings(), "products", List.of(Kind.PRODUCTS));
        assertThat(adoption.isDone(run)).isFalse();
        adoption.begin(run);
        adoption.keep(run, List.of(listed(7)));

        adoption.begin(run);
        assertThat(candidates()).as("what a listing kept that broke off").isZero();
        adoption.keep(run, List.of(listed(8), listed(9)));
        store.saveDurably(tx -> tx.links().save(List.of(SampleLinks.inOptiply(Kind.PRODUCTS, "1", 8, "{}"))));
        adoption.complete(run);

        assertThat(candidates()).isEqualTo(1);
        assertThat(adoption.isDone(run)).isTrue();
    }

    private long candidates() {
        return store.read(tx -> tx.candidates().count(Acme.NAME, Kind.PRODUCTS));
    }

    private static OptiplyRecord listed(long id) {
        return new OptiplyRecord(new OptiplyId(id), null, (ObjectNode) DoorSamples.read(AS_IN_THE_SHOP));
    }

    @Test
    void severalRecordsThatFitParkTheProduct() {
        ProductSync sync = uncoupled();
        long first = sync.optiply.has(ONE, AS_IN_THE_SHOP);
        long second = sync.optiply.has(ONE, AS_IN_THE_SHOP);

        RunReport report = sync.run();

        assertThat(report.counts().parked()).isEqualTo(Map.of("several_in_optiply", 1L));
        assertThat(sync.quarantine()).containsExactly("1 several_in_optiply");
        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void severalRecordsOfOneRemoteIdParkTheProductToo() {
        ProductSync sync = coupled();
        sync.optiply.has(ONE, AS_IN_THE_SHOP);
        sync.optiply.has(ONE, AS_IN_THE_SHOP);

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("several_in_optiply", 1L));
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void oneRecordIsNotLinkedToTwoProductsOfTheSameSku() {
        ProductSync sync = uncoupled();
        sync.shop.sells(2, 10);
        sync.shop.sku(2, "S-1");
        sync.optiply.has(ONE, AS_IN_THE_SHOP);

        RunReport report = sync.run();

        assertThat(report.counts().adopted()).isEqualTo(1);
        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.size()).isEqualTo(2);
    }

    @Test
    void anInactiveProductThatOptiplyShowsIsAdoptedAndHidden() {
        ProductSync sync = coupled();
        sync.shop.active(1, false);
        sync.optiply.has(ONE, AS_IN_THE_SHOP);

        sync.run();

        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"status\":\"disabled\"}");
        assertThat(sync.run().counts().filtered()).isEqualTo(Map.of("inactive", 1L));
    }

    @Test
    void aProductThatComesLaterIsAdoptedThen() {
        ProductSync sync = coupled();
        sync.shop.loses(1);
        sync.optiply.has(ONE, AS_IN_THE_SHOP);
        sync.run();
        sync.shop.sells(1, 10);

        RunReport report = sync.run();

        assertThat(report.counts().adopted()).isEqualTo(1);
        assertThat(sync.optiply.size()).isEqualTo(1);
    }

    @Test
    void anAdoptedRecordThatIsNoLongerThereIsCreated() {
        ProductSync sync = coupled();
        sync.shop.loses(1);
        long id = sync.optiply.has(ONE, AS_IN_THE_SHOP);
        sync.run();
        sync.optiply.userDeletes(id);
        sync.shop.sells(1, 4);

        RunReport report = sync.run();

        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(4);
    }

    @Test
    void aLostCreateThatSeveralRecordsFitWaitsForAPerson() {
        ProductSync sync = uncoupled();
        sync.optiply.losesTheNextRequest(1);
        sync.runThatCrashesAfterSending();
        sync.optiply.has(ONE, AS_IN_THE_SHOP);
        sync.optiply.has(ONE, AS_IN_THE_SHOP);

        RunReport report = sync.run();

        assertThat(report.counts().parked()).isEqualTo(Map.of("several_in_optiply", 1L));
        assertThat(sync.quarantine()).containsExactly("1 several_in_optiply");
        assertThat(sync.optiply.size()).isEqualTo(2);
    }

    @Test
    void aLostCreateThatSeveralRecordsFitInTheSameRunIsInTheQuarantineWithThatReason() {
        ProductSync sync = uncoupled();
        sync.optiply.losesTheNextAnswer(1);
        sync.betweenTheLists(() -> sync.optiply.has(ONE, AS_IN_THE_SHOP));

        RunReport report = sync.run();

        assertThat(report.counts().parked()).isEqualTo(Map.of("several_in_optiply", 1L));
        assertThat(sync.quarantine()).containsExactly("1 several_in_optiply");
        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("several_in_optiply", 1L));
    }

    @Test
    void aLostCreateDoesNotTakeARecordThatIsLinked() {
        ProductSync sync = uncoupled();
        sync.run();
        sync.shop.sells(2, 10);
        sync.shop.sku(2, "S-1");
        sync.optiply.losesTheNextAnswer(2);

        RunReport report = sync.run();

        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.size()).isEqualTo(2);
        assertThat(sync.link(2).orElseThrow().optiplyId())
                .isNotEqualTo(sync.link(1).orElseThrow().optiplyId());
    }

    private ProductSync coupled() {
        return new ProductSync(store, Acme.settings(), PicqerShop.with(1));
    }

    private ProductSync uncoupled() {
        return new ProductSync(store, Acme.withoutCoupling(), PicqerShop.with(1));
    }
}
