package com.optiply.picqer.sync.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot go yet is kept with its reason, and comes through by itself. */
@OnEveryDatabase
class ParkedRecordsTest {
    private static final int MORE_THAN_ANY_TEST = 20;
    private static final List<Duration> GAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(1));

    private final ProductSync sync;

    ParkedRecordsTest(Store store) {
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(2));
    }

    @Test
    void aProductWithoutStockWaitsAndThenGoes() {
        sync.shop.stockIsNotTold(1);

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("stock_missing", 1L));
        assertThat(sync.quarantine()).containsExactly("1 stock_missing");
        assertThat(sync.optiply.size()).isEqualTo(1);

        sync.shop.stock(1, 4);
        sync.run();
        assertThat(sync.quarantine()).isEmpty();
        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(4);
    }

    @Test
    void aSentProductWithoutStockKeepsWhatOptiplyHas() {
        sync.run();
        sync.shop.stockIsNotTold(1);
        sync.optiply.sent();

        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(10);
    }

    @Test
    void aProductThatNeedsNoChangeLeavesTheQuarantineWithoutAWrite() {
        sync.run();
        sync.shop.stockIsNotTold(1);
        sync.run();
        sync.shop.stock(1, 10);
        sync.optiply.sent();

        assertThat(sync.run().counts().unchanged()).isEqualTo(2);
        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(sync.quarantine()).isEmpty();
    }

    @Test
    void aProductThatARuleKeepsOutLeavesTheQuarantine() {
        sync.shop.stockIsNotTold(1);
        sync.run();
        sync.shop.active(1, false);

        sync.run();

        assertThat(sync.quarantine()).isEmpty();
        assertThat(sync.link(1).orElseThrow().standing()).isEqualTo(Standing.FILTER);
    }

    @Test
    void whatOptiplyRefusesIsTriedAgainLaterAndLaterAndNeverForgotten() {
        refusesAlways(1);
        sync.run();
        sync.optiply.sent();

        for (Duration gap : GAPS) {
            sync.clock.goOn(gap.minusSeconds(1));
            assertThat(sync.run().counts().parked()).isEqualTo(Map.of("rejected", 1L));
            assertThat(sync.optiply.sent()).as("shortly before " + gap).isEmpty();

            sync.clock.goOn(Duration.ofSeconds(1));
            assertThat(sync.run().counts().parked()).isEqualTo(Map.of("rejected", 1L));
            assertThat(sync.optiply.sent()).as("after " + gap).hasSize(1);
        }
        assertThat(sync.quarantined(1).attempts()).isEqualTo(1 + GAPS.size());
    }

    @Test
    void whatOptiplyFailedOnIsNeverLeftAloneForMoreThanAnHour() {
        for (int i = 0; i < 8; i++) {
            sync.optiply.refusesTheNext(1, FailureClass.SERVER);
            sync.run();
            sync.clock.goOn(Duration.ofHours(1));
        }

        assertThat(sync.run().counts().written().create()).isEqualTo(1);
    }

    @Test
    void whatOptiplyTakesAtLastLeavesTheQuarantine() {
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();
        sync.clock.goOn(Duration.ofMinutes(1));

        assertThat(sync.run().counts().written().create()).isEqualTo(1);
        assertThat(sync.quarantine()).isEmpty();
    }

    @Test
    void whatWasRefusedIsTriedAtOnceWhenItChanged() {
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();
        sync.shop.stock(1, 20);

        assertThat(sync.run().counts().written().create()).isEqualTo(1);
        assertThat(sync.quarantine()).isEmpty();
    }

    @Test
    void anotherRefusalBeginsToCountAnew() {
        refusesAlways(1);
        sync.run();
        sync.clock.goOn(Duration.ofDays(1));
        sync.run();
        Instant since = sync.quarantined(1).firstAt();
        assertThat(sync.quarantined(1).attempts()).isEqualTo(2);

        sync.shop.stock(1, 20);
        sync.run();

        assertThat(sync.quarantined(1).attempts()).isEqualTo(1);
        assertThat(sync.quarantined(1).firstAt()).isEqualTo(since);
        assertThat(sync.quarantined(1).nextAt()).isEqualTo(sync.clock.instant().plusSeconds(60));
    }

    @Test
    void whatIsLeftAloneHasBeenSeenAndIsNotCalledGone() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();
        sync.optiply.sent();
        sync.run();
        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(sync.link(1).orElseThrow().standing()).isEqualTo(Standing.PARK);
        assertThat(sync.optiply.bySku(1).path("status").asText()).isEqualTo("enabled");
    }

    @Test
    void aRefusedDisablingIsLeftAloneToo() {
        sync.run();
        sync.shop.active(1, false);
        refusesAlways(1);
        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("rejected", 1L));
        sync.optiply.sent();

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("rejected", 1L));
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aPersonMayHaveEverythingTriedNow() {
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();

        assertThat(sync.retry()).isEqualTo(1);
        assertThat(sync.run().counts().written().create()).isEqualTo(1);
    }

    @Test
    void aRefusedChangeLeavesWhatWasAcknowledgedBefore() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();
        sync.shop.stock(1, 10);
        sync.optiply.sent();

        assertThat(sync.run().counts().unchanged()).isEqualTo(2);
        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(sync.quarantine()).isEmpty();
    }

    @Test
    void aPatchThatTheServerFailedOnMayHaveBeenDoneAndIsSentAgain() {
        sync.run();
        sync.shop.stock(1, 20);
        sync.optiply.refusesTheNext(1, FailureClass.SERVER);
        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("server_error", 1L));
        sync.optiply.sent();
        sync.clock.goOn(Duration.ofMinutes(1));

        sync.run();

        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"stockLevel\":20}");
    }

    @Test
    void aProductThatAUserDeletedInOptiplyIsCreatedAgainAsAWhole() {
        sync.run();
        long deleted = sync.optiply.idOf(1);
        sync.optiply.userDeletes(deleted);
        sync.shop.stock(1, 20);

        RunReport report = sync.run();

        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.idOf(1)).isNotEqualTo(deleted);
        assertThat(sync.optiply.bySku(1).path("name").asText()).isEqualTo("Hose 1");
        assertThat(sync.optiply.bySku(1).path("stockLevel").asInt()).isEqualTo(20);
        assertThat(sync.run().counts().unchanged()).isEqualTo(2);
    }

    @Test
    void aProductThatAUserDeletedInOptiplyIsNotCreatedOnlyToBeHidden() {
        sync.run();
        sync.optiply.userDeletes(sync.optiply.idOf(1));
        sync.shop.active(1, false);

        RunReport report = sync.run();

        assertThat(report.counts().filtered()).isEqualTo(Map.of("inactive", 1L));
        assertThat(sync.optiply.size()).isEqualTo(1);
        assertThat(sync.link(1).orElseThrow().optiplyId()).isNull();
    }

    @Test
    void aProductThatWasHiddenAndDeletedComesBackWhenItIsSoldAgain() {
        sync.run();
        sync.optiply.userDeletes(sync.optiply.idOf(1));
        sync.shop.active(1, false);
        sync.run();
        sync.shop.active(1, true);

        assertThat(sync.run().counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.bySku(1).path("status").asText()).isEqualTo("enabled");
    }

    @Test
    void aRunWithoutChangesWritesNothing() {
        sync.run();
        sync.optiply.sent();

        RunReport report = sync.run();

        assertThat(report.counts().unchanged()).isEqualTo(2);
        assertThat(report.counts().written().total()).isZero();
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsSent() {
        sync.run();
        sync.optiply.sent();
        sync.shop.stock(1, 11);
        sync.shop.noBarcode(2);

        sync.run();

        assertThat(sync.optiply.sent())
                .containsExactlyInAnyOrder("PATCH 1 {\"stockLevel\":11}", "PATCH 2 {\"eanCode\":null}");
    }

    private void refusesAlways(long id) {
        for (int i = 0; i < MORE_THAN_ANY_TEST; i++) {
            sync.optiply.refusesTheNext(id, FailureClass.REJECTED);
        }
    }
}
