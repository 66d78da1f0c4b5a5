package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static com.optiply.picqer.store.Samples.ZEBRA;
import static com.optiply.picqer.store.Samples.parked;
import static com.optiply.picqer.store.Samples.remoteId;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.ParkedCount;
import com.optiply.picqer.store.row.RunId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class QuarantineTest {
    private static final RunId LATER_RUN = new RunId(8);
    private static final Instant LATER = NOON.plusSeconds(600);

    private final Store store;

    QuarantineTest(Store store) {
        this.store = store;
    }

    @Test
    void keepsEveryColumn() {
        park(List.of(parked(1, "no_stock", RUN, NOON)));

        assertThat(page(null)).containsExactly(parked(1, "no_stock", RUN, NOON));
    }

    @Test
    void countsAttemptsAndRemembersWhenItBegan() {
        park(List.of(parked(1, "no_stock", RUN, NOON)));

        park(List.of(parked(1, "rejected", LATER_RUN, LATER)));

        assertThat(page(null))
                .containsExactly(new Parked(
                        ACME,
                        PRODUCTS,
                        remoteId(1),
                        "SKU-1",
                        "rejected",
                        "found",
                        "do this",
                        null,
                        null,
                        2,
                        NOON,
                        LATER,
                        LATER_RUN,
                        null,
                        null));
    }

    @Test
    void whatIsLookedAtBeforeItsTimeIsNotCountedAsTried() {
        park(List.of(parked(1, "no_stock", RUN, NOON).backingOff()));
        park(List.of(parked(1, "no_stock", LATER_RUN, NOON.plusSeconds(59)).backingOff()));

        assertThat(page(null)).singleElement().satisfies(row -> {
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.nextAt()).isEqualTo(NOON.plusSeconds(60));
            assertThat(row.lastAt()).isEqualTo(NOON.plusSeconds(59));
        });
    }

    @Test
    void whatIsLeftAloneIsDueWhenItsTimeHasCome() {
        park(List.of(parked(1, "no_stock", RUN, NOON).backingOff(), parked(2, "unconfirmed", RUN, NOON)));

        assertThat(due(NOON.plusSeconds(59))).containsExactly(remoteId(2));
        assertThat(due(NOON.plusSeconds(60))).containsExactly(remoteId(1), remoteId(2));
    }

    @Test
    void aReleasedRecordBeginsAnewWhenItIsParkedAgain() {
        park(List.of(parked(1, "no_stock", RUN, NOON), parked(2, "no_stock", RUN, NOON)));

        store.saveRelaxed(tx -> tx.quarantine().release(ACME, PRODUCTS, List.of(remoteId(1))));
        assertThat(page(null)).containsExactly(parked(2, "no_stock", RUN, NOON));

        park(List.of(parked(1, "no_stock", LATER_RUN, LATER)));
        assertThat(page(null)).contains(parked(1, "no_stock", LATER_RUN, LATER));
    }

    @Test
    void pagesThroughAllRecords() {
        park(IntStream.range(0, 15)
                .mapToObj(number -> parked(number, "no_stock", RUN, NOON))
                .toList());

        List<Parked> first = page(null);
        List<Parked> second = page(first.get(9).remoteId());

        assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);
    }

    @Test
    void countsRecordsByReason() {
        park(List.of(
                parked(1, "no_stock", RUN, NOON), parked(2, "rejected", RUN, NOON), parked(3, "no_stock", RUN, NOON)));

        assertThat(store.<List<ParkedCount>>read(tx -> tx.quarantine().byReason(ACME, PRODUCTS)))
                .containsExactly(new ParkedCount("no_stock", 2), new ParkedCount("rejected", 1));
        assertThat(store.<List<ParkedCount>>read(tx -> tx.quarantine().byReason(ZEBRA, PRODUCTS)))
                .isEmpty();
    }

    private List<RemoteId> due(Instant at) {
        return store.read(tx -> tx.quarantine().due(ACME, PRODUCTS, at));
    }

    private void park(List<Parked> parked) {
        store.saveRelaxed(tx -> tx.quarantine().park(parked));
    }

    private List<Parked> page(RemoteId after) {
        return store.read(tx -> tx.quarantine().page(ACME, PRODUCTS, after, 10));
    }
}
