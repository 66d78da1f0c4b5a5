package com.optiply.picqer.sync.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.RunReport;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Picqer has no more is disabled, never deleted, and only after two complete walks without it. */
@OnEveryDatabase
class AbsencesTest {
    private final ProductSync sync;

    AbsencesTest(Store store) {
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(4));
    }

    @BeforeEach
    void everythingIsInOptiply() {
        sync.run();
        sync.optiply.sent();
    }

    @Test
    void missingOnceIsNotGone() {
        sync.shop.loses(1);

        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void missingTwiceRunningIsGone() {
        sync.shop.loses(1);
        sync.run();

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(1);
        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"status\":\"disabled\"}");
        assertThat(sync.link(1).orElseThrow().standing()).isEqualTo(Standing.GONE);
        assertThat(sync.optiply.size()).isEqualTo(4);
    }

    @Test
    void whatIsGoneIsNotReadAgain() {
        sync.shop.loses(1);
        sync.run();
        sync.run();

        RunReport report = sync.run();

        assertThat(report.counts().read()).isEqualTo(3);
        assertThat(report.counts().unchanged()).isEqualTo(3);
    }

    @Test
    void missingAndThereAndMissingIsNotGone() {
        sync.shop.loses(1);
        sync.run();
        sync.shop.sells(1, 10);
        sync.run();
        sync.shop.loses(1);
        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aRunThatBrokeOffIsNoCompleteWalk() {
        sync.shop.loses(1);
        sync.run();
        sync.runThatBreaksOff();
        sync.runThatBreaksOff();

        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aCompleteRunThatCouldNotReadTheListsIsNoCompleteWalk() {
        sync.runThatIsRefusedTheLists();
        sync.shop.loses(1);
        sync.run();
        sync.runThatIsRefusedTheLists();

        assertThat(sync.optiply.sent()).isEmpty();
        sync.run();
        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"status\":\"disabled\"}");
    }

    @Test
    void aRunThatWasRefusedTheListsBeforeHidesNothing() {
        sync.shop.loses(1);
        sync.runThatIsRefusedTheLists();
        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aRunThatBrokeOffBeforeStillSawWhatItSaw() {
        sync.shop.loses(1);
        sync.run();
        sync.shop.sells(1, 10);
        sync.runThatBreaksOff();
        sync.shop.loses(1);
        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void whatComesBackIsEnabledUnderItsOldId() {
        long id = sync.optiply.idOf(1);
        sync.shop.loses(1);
        sync.run();
        sync.run();
        sync.shop.sells(1, 10);
        sync.optiply.sent();

        sync.run();

        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"status\":\"enabled\"}");
        assertThat(sync.optiply.idOf(1)).isEqualTo(id);
    }

    @Test
    void manyMissingAreHeldAndStayHeld() {
        sync.shop.loses(1);
        sync.shop.loses(2);
        sync.shop.loses(3);
        sync.run();

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void allThatAreMissingAreFoundHoweverMany() {
        LongStream.rangeClosed(5, 254).forEach(id -> sync.shop.sells(id, 10));
        sync.run();
        LongStream.rangeClosed(5, 254).forEach(sync.shop::loses);
        sync.run();

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 250L));
    }

    @Test
    void manyMissingThatComeBackAreWithdrawn() {
        sync.shop.loses(1);
        sync.shop.loses(2);
        sync.shop.loses(3);
        sync.run();
        sync.run();
        sync.shop.sells(1, 10);
        sync.shop.sells(2, 10);
        sync.shop.sells(3, 10);

        assertThat(sync.run().counts().unchanged()).isEqualTo(4);
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aHiddenProductThatIsGoneNeedsNoWrite() {
        sync.shop.active(1, false);
        sync.run();
        sync.shop.loses(1);
        sync.run();
        sync.optiply.sent();

        assertThat(sync.run().counts().filtered()).isEqualTo(Map.of("gone", 1L));
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aParkedProductThatIsGoneLeavesTheQuarantine() {
        sync.shop.sells(9, 1);
        sync.shop.stockIsNotTold(9);
        sync.run();
        sync.shop.loses(9);
        sync.run();
        assertThat(sync.quarantine()).containsExactly("9 stock_missing");

        sync.run();

        assertThat(sync.quarantine()).isEmpty();
        assertThat(sync.link(9).orElseThrow().standing()).isEqualTo(Standing.GONE);
    }

    @Test
    void whatIsGoneStaysGoneInEveryReportWhileWritesAreOff() {
        sync.customer(Acme.writing(WriteScope.OFF));
        sync.shop.stock(1, 3);
        sync.run();
        sync.shop.loses(1);
        sync.run();

        assertThat(sync.run().counts().withheld().patch()).isEqualTo(1);
        assertThat(sync.run().counts().withheld().patch()).isEqualTo(1);
        assertThat(sync.run().counts().withheld().patch()).isEqualTo(1);
    }
}
