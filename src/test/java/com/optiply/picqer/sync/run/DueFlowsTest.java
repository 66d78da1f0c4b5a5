package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Optiply refused does not wait for the night. */
@OnEveryDatabase
class DueFlowsTest {
    private final ProductSync sync;
    private final DueFlows due;

    DueFlowsTest(Store store) {
        this.sync = new ProductSync(store, Acme.settings(), PicqerShop.with(2));
        this.due = new DueFlows(store, sync.clock);
    }

    @Test
    void aFlowWhoseRefusedRecordIsDueRunsOnceForIt() {
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();
        assertThat(dueAfter(Duration.ofSeconds(59))).isEmpty();
        assertThat(dueAfter(Duration.ofMinutes(20))).containsExactly(Flow.PRODUCTS);

        sync.run();
        assertThat(dueAfter(Duration.ofMinutes(9))).isEmpty();
        assertThat(dueAfter(Duration.ofMinutes(12))).containsExactly(Flow.PRODUCTS);

        sync.run();
        assertThat(dueAfter(Duration.ofDays(2))).isEmpty();
    }

    @Test
    void aFlowThatRunsOftenIsNotHurried() {
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();

        assertThat(dueAfter(Duration.ofMinutes(19))).isEmpty();
    }

    @Test
    void aRunThatBrokeOffIsNotRepeatedForTheSameMoment() {
        sync.optiply.refusesTheNext(1, FailureClass.REJECTED);
        sync.run();
        sync.clock.goOn(Duration.ofMinutes(30));
        sync.runThatBreaksOff();

        assertThat(dueAfter(Duration.ofHours(12))).isEmpty();
    }

    @Test
    void whatOnlyARuleParksMakesNoFlowRun() {
        sync.shop.stockIsNotTold(1);
        sync.run();

        assertThat(dueAfter(Duration.ofDays(3))).isEmpty();
    }

    private List<Flow> dueAfter(Duration later) {
        sync.clock.goOn(later);
        return due.of(Acme.settings());
    }
}
