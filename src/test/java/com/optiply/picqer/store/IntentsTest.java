package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static com.optiply.picqer.store.Samples.intent;
import static com.optiply.picqer.store.Samples.remoteId;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.store.row.RunId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class IntentsTest {
    private final Store store;

    IntentsTest(Store store) {
        this.store = store;
    }

    @Test
    void keepsEveryColumn() {
        Intent intent = new Intent(
                ACME, PRODUCTS, remoteId(1), remoteId(9), "SKU-1", Action.DELETE, "{\"name\":\"Fles\"}", RUN, NOON);

        write(List.of(intent));

        assertThat(open(null)).containsExactly(intent);
    }

    @Test
    void theLatestIntentOfARecordCounts() {
        write(List.of(intent(1)));
        Intent later = new Intent(
                ACME,
                PRODUCTS,
                remoteId(1),
                null,
                "SKU-1b",
                Action.PATCH,
                "{\"a\":1}",
                new RunId(8),
                NOON.plusMillis(1));

        write(List.of(later));

        assertThat(open(null)).containsExactly(later);
    }

    @Test
    void removesOnlyWhatWasAnswered() {
        write(List.of(intent(1), intent(2), intent(3)));

        store.saveDurably(tx -> tx.intents().remove(ACME, PRODUCTS, List.of(remoteId(1), remoteId(3), remoteId(9))));

        assertThat(open(null)).containsExactly(intent(2));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void pagesThroughAllThatIsOpen() {
        write(IntStream.range(0, 15).mapToObj(Samples::intent).toList());

        List<Intent> first = open(null);
        List<Intent> second = open(first.get(9).remoteId());

        assertThat(first).hasSize(10);
        assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);
        assertThat(count()).isEqualTo(15);
    }

    @Test
    void writesNothingForAnEmptyPage() {
        write(List.of());

        assertThat(count()).isZero();
    }

    private void write(List<Intent> intents) {
        store.saveDurably(tx -> tx.intents().write(intents));
    }

    private List<Intent> open(RemoteId after) {
        return store.read(tx -> tx.intents().open(ACME, PRODUCTS, after, 10));
    }

    private long count() {
        return store.read(tx -> tx.intents().count(ACME, PRODUCTS));
    }
}
