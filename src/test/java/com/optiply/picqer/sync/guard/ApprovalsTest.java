package com.optiply.picqer.sync.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.RunReport;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person lets through of what is held, and what not. */
@OnEveryDatabase
class ApprovalsTest {
    private static final int PRODUCTS = 20;

    private final Store store;
    private final ProductSync sync;

    ApprovalsTest(Store store) {
        this.store = store;
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(PRODUCTS));
    }

    @BeforeEach
    void everythingIsInOptiply() {
        sync.run();
        sync.optiply.sent();
    }

    @Test
    void whatWasApprovedGoesWithTheNextRun() {
        deactivate(1, 3);
        RunReport held = sync.run();

        assertThat(sync.approve(held)).isEqualTo(Map.of(HoldAction.DISABLE, 3L));
        RunReport report = sync.run();

        assertThat(holds()).as("nothing is held any more").isZero();
        assertThat(report.counts().written().patch()).isEqualTo(3);
        assertThat(sync.optiply.bySku(2).path("status").asText()).isEqualTo("disabled");
        assertThat(sync.run().counts().filtered()).isEqualTo(Map.of("inactive", 3L));
    }

    @Test
    void whatIsHeldMayBeApprovedByTheNumberOfAnyRunThatToldOfIt() {
        RunReport before = sync.run();
        deactivate(1, 3);
        sync.run();
        RunReport second = sync.run();

        assertThat(second.counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.approve(before)).isEmpty();
        assertThat(sync.approve(second)).isEqualTo(Map.of(HoldAction.DISABLE, 3L));
        assertThat(sync.approve(second)).isEmpty();
    }

    @Test
    void anApprovalIsWithdrawnWithItsReason() {
        deactivate(1, 3);
        sync.approve(sync.run());
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.active(id, true));
        sync.run();
        deactivate(1, 3);

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 3L));
    }

    @Test
    void whatAPersonPassedOverStaysHeldHoweverFewItIs() {
        deactivate(1, 3);
        RunReport held = sync.run();

        assertThat(sync.approve(held, "S-1")).isEqualTo(Map.of(HoldAction.DISABLE, 1L));
        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(1);
        assertThat(report.counts().parked()).isEqualTo(Map.of("held", 2L));
        assertThat(sync.optiply.bySku(2).path("status").asText()).isEqualTo("enabled");
        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 2L));
        assertThat(sync.approve(report)).isEqualTo(Map.of(HoldAction.DISABLE, 2L));
        assertThat(sync.run().counts().written().patch()).isEqualTo(2);
    }

    @Test
    void whatAPersonPassedOverIsNotCountedWithWhatComesLater() {
        deactivate(1, 3);
        sync.approve(sync.run(), "S-1");
        deactivate(4, 4);

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(2);
        assertThat(report.counts().parked()).isEqualTo(Map.of("held", 2L));
    }

    @Test
    void whatAPersonPassedOverIsWithdrawnWithItsReason() {
        deactivate(1, 3);
        assertThat(sync.approve(sync.run(), "S-1")).isNotEmpty();
        LongStream.rangeClosed(2, 3).forEach(id -> sync.shop.active(id, true));

        assertThat(sync.run().counts().parked()).isEmpty();
        assertThat(sync.link(2).orElseThrow().standing()).isEqualTo(Standing.SEND);
    }

    @Test
    void approvedOnesDoNotCountAgainstTheLimit() {
        deactivate(1, 3);
        sync.approve(sync.run());
        deactivate(4, 5);

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(5);
        assertThat(report.counts().parked()).isEmpty();
    }

    @Test
    void moreThanTheLimitBesideApprovedOnesIsHeldAlone() {
        deactivate(1, 3);
        sync.approve(sync.run());
        deactivate(4, 6);

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(3);
        assertThat(report.counts().parked()).isEqualTo(Map.of("held", 3L));
    }

    @Test
    void nobodyLetsThroughByTheNumberOfARunThatNeverToldOfIt() {
        LongStream.rangeClosed(1, 7).forEach(id -> sync.shop.stock(id, 0));
        RunReport dead = sync.runThatBreaksOff();
        RunReport held = sync.run();

        assertThat(held.counts().parked()).isEqualTo(Map.of("held", 7L));
        assertThat(sync.approve(dead)).isEmpty();
        assertThat(sync.approve(held)).isEqualTo(Map.of(HoldAction.STOCK_ZERO, 7L));
    }

    private void deactivate(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(id -> sync.shop.active(id, false));
    }

    private int holds() {
        return store.durably(tx -> tx.holds()
                .ids(Acme.NAME, Kind.PRODUCTS, EnumSet.allOf(HoldState.class))
                .size());
    }
}
