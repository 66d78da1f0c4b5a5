package com.optiply.picqer.sync.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerSettings.GuardSettings;
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
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What disables or empties more than the limits allow waits for a person, while all else goes on. */
@OnEveryDatabase
class GuardsTest {
    private static final int PRODUCTS = 20;

    private final Store store;
    private final ProductSync sync;

    GuardsTest(Store store) {
        this.store = store;
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(PRODUCTS));
    }

    @BeforeEach
    void everythingIsInOptiply() {
        sync.run();
        sync.optiply.sent();
    }

    @Test
    void twoMayAlwaysBeDisabled() {
        deactivate(1, 2);

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(2);
        assertThat(sync.optiply.bySku(1).path("status").asText()).isEqualTo("disabled");
        assertThat(sync.link(1).orElseThrow().standing()).isEqualTo(Standing.FILTER);
        assertThat(sync.link(1).orElseThrow().reason()).isEqualTo("inactive");
    }

    @Test
    void threeOfTwentyAreTooManyToBeDisabled() {
        deactivate(1, 3);

        RunReport report = sync.run();

        assertThat(report.counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(sync.link(1).orElseThrow().standing()).isEqualTo(Standing.PARK);
        assertThat(sync.link(1).orElseThrow().reason()).isEqualTo("held");
    }

    @Test
    void allElseOfTheRunGoesThrough() {
        deactivate(1, 3);
        sync.shop.stock(9, 4);

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(1);
        assertThat(sync.optiply.sent()).containsExactly("PATCH 9 {\"stockLevel\":4}");
    }

    @Test
    void whatPicqerTakesBackIsWithdrawn() {
        deactivate(1, 3);
        RunReport held = sync.run();
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.active(id, true));

        RunReport report = sync.run();

        assertThat(report.counts().unchanged()).isEqualTo(PRODUCTS);
        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(sync.approve(held)).isEmpty();
        assertThat(sync.link(1).orElseThrow().standing()).isEqualTo(Standing.SEND);
    }

    @Test
    void whatIsFewEnoughAgainGoesThroughWithoutAPerson() {
        deactivate(1, 3);
        sync.run();
        sync.shop.active(3, true);

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(2);
        assertThat(report.counts().unchanged()).isEqualTo(PRODUCTS - 2);
    }

    @Test
    void anOtherChangeOfAHeldProductGoesWithoutTheHeldPart() {
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.type(id, "composition_with_stock"));
        sync.shop.name(1, "Hose with reel");

        RunReport report = sync.run();

        assertThat(report.counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"name\":\"Hose with reel\"}");
        assertThat(sync.optiply.bySku(1).path("assembled").asBoolean()).isFalse();
        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aStockOfZeroDoesNotSlipThroughBesideAHeldChange() {
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.type(id, "composition_with_stock"));
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.stock(id, 0));

        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aHeldProductThatAUserDeletedInOptiplyIsCreatedByTheNextRun() {
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.type(id, "composition_with_stock"));
        sync.shop.name(1, "Hose with reel");
        sync.optiply.userDeletes(sync.optiply.idOf(1));

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.run().counts().written().create()).isEqualTo(1);
        assertThat(sync.optiply.bySku(1).path("name").asText()).isEqualTo("Hose with reel");
    }

    @Test
    void aThirdOfTheStocksMayNotFallToZeroAtOnce() {
        LongStream.rangeClosed(1, 6).forEach(id -> sync.shop.stock(id, 0));
        assertThat(sync.run().counts().written().patch()).isEqualTo(6);

        LongStream.rangeClosed(7, 13).forEach(id -> sync.shop.stock(id, 0));
        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 7L));
        assertThat(sync.optiply.bySku(7).path("stockLevel").asInt()).isEqualTo(10);
    }

    @Test
    void becomingUnlimitedOrAssembledCountsAsDisabling() {
        sync.shop.type(1, "unlimited_stock");
        sync.shop.type(2, "virtual_composition");
        sync.shop.active(3, false);

        RunReport held = sync.run();

        assertThat(held.counts().parked()).isEqualTo(Map.of("held", 3L));
        assertThat(sync.approve(held)).isEqualTo(Map.of(HoldAction.DISABLE, 3L));
        sync.run();
        assertThat(sync.optiply.sent())
                .containsExactlyInAnyOrder(
                        "PATCH 1 {\"unlimitedStock\":true}",
                        "PATCH 2 {\"assembled\":true}",
                        "PATCH 3 {\"status\":\"disabled\"}");
    }

    @Test
    void theLimitHoldsForTheRunAndNotForAPageOfIt() {
        LongStream.rangeClosed(PRODUCTS + 1, 250).forEach(id -> sync.shop.sells(id, 10));
        sync.customer(Acme.guardedBy(new GuardSettings(4, BigDecimal.ONE, BigDecimal.ONE)));
        sync.run();
        sync.optiply.sent();
        LongStream.of(1, 60, 120, 180, 240).forEach(id -> sync.shop.stock(id, 0));

        assertThat(sync.run().counts().parked()).isEqualTo(Map.of("held", 5L));
        assertThat(sync.optiply.sent()).isEmpty();
    }

    @Test
    void aProductThatMovedToTheOtherListWhileItWasReadCountsOnce() {
        sync.shop.stock(1, 0);
        sync.betweenTheLists(() -> sync.shop.active(1, false));

        RunReport report = sync.run();

        assertThat(report.counts().written().patch()).isEqualTo(1);
        assertThat(report.counts().repeated()).isEqualTo(1);
        assertThat(sync.optiply.sent()).containsExactly("PATCH 1 {\"status\":\"disabled\"}");
    }

    @Test
    void whatTheOtherListOvertookIsNotSent() {
        deactivate(1, 1);
        sync.run();
        sync.shop.active(1, true);
        sync.shop.stock(1, 0);
        sync.betweenTheLists(() -> sync.shop.active(1, false));
        sync.optiply.sent();

        RunReport report = sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(report.counts().filtered()).isEqualTo(Map.of("inactive", 1L));
    }

    @Test
    void whatADeadRunProposedIsForgotten() {
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.stock(id, 0));
        sync.runThatBreaksOff();
        LongStream.rangeClosed(1, 3).forEach(id -> sync.shop.stock(id, 10));

        sync.run();

        assertThat(sync.optiply.sent()).isEmpty();
        assertThat(holds()).isZero();
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
