package com.optiply.picqer.sync.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ExportPlanningTest {
    private static final OptiplyId ORDER = new OptiplyId(600_001);

    private final Store store;
    private final TestClock clock = new TestClock();
    private final RunBook runs;
    private final ExportBook book;

    ExportPlanningTest(Store store) {
        this.store = store;
        runs = new RunBook(store, "this process", clock);
        book = new ExportBook(store, clock);
    }

    /** Whatever a route forgets to ask before, an order that may be there is not sent once more. */
    @Test
    void whatWasSentIsNotPlannedAgainBeforeItIsForgotten() {
        Run first = begin();
        book.plan(first, planned(first));
        book.moved(first, planned(first).in(ExportState.SOUGHT));
        Run second = begin();

        assertThatThrownBy(() -> book.plan(second, planned(second)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("on its way to Picqer already");
        assertThat(book.underWay(second)).extracting(Export::run).containsExactly(first.id());

        book.forget(second, ORDER);
        book.plan(second, planned(second));
        assertThat(book.underWay(second)).extracting(Export::run).containsExactly(second.id());
    }

    /** Runs are forgotten after a while; an order that waits so long must not wait for ever. */
    @Test
    void itWasSentAtTheLatestWhenItsRunEndedOrLongAgoWhereNobodyKnowsThatRun() {
        Run first = begin();
        clock.goOn(Duration.ofMinutes(5));
        Run second = begin();

        assertThat(book.lastSent(second, planned(first))).isEqualTo(second.startedAt());
        store.saveDurably(tx -> tx.runs().delete(List.of(first.id())));
        assertThat(book.lastSent(second, planned(first))).isEqualTo(Instant.EPOCH);
        assertThat(book.lastSent(second, planned(second))).isEqualTo(second.startedAt());
    }

    private Run begin() {
        return runs.begin(Acme.settings(), Flow.PURCHASE_ORDERS.code(), List.of(Kind.PURCHASE_ORDERS));
    }

    private static Export planned(Run run) {
        return new Export(
                Acme.NAME, ORDER, null, ExportState.PLANNED, "{\"idsupplier\":1}", run.id(), "2025-10-08 10:00:00");
    }
}
