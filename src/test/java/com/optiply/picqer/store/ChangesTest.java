package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static com.optiply.picqer.store.Samples.change;
import static com.optiply.picqer.store.Samples.remoteId;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ChangesTest {
    private static final RunId LATER_RUN = new RunId(8);

    private final Store store;

    ChangesTest(Store store) {
        this.store = store;
    }

    @Test
    void keepsEveryColumn() {
        Change change = new Change(
                RUN,
                NOON,
                ACME,
                PRODUCTS,
                remoteId(1),
                Action.PATCH,
                new OptiplyId(1001),
                "{\"price\":1.10}",
                "{\"price\":1.20}");

        append(change);

        assertThat(ofRecord(1)).containsExactly(change);
    }

    @Test
    void tellsTheStoryOfARecordFromItsEnd() {
        append(change(1, RUN, NOON), change(2, RUN, NOON));
        append(change(1, LATER_RUN, NOON.plusMillis(1)), change(1, LATER_RUN, NOON.plusMillis(2)));

        assertThat(ofRecord(1)).extracting(Change::at).containsExactly(NOON.plusMillis(2), NOON.plusMillis(1), NOON);
    }

    @Test
    void tellsWhatARunChangedInItsOrder() {
        append(change(2, RUN, NOON.plusMillis(1)), change(1, RUN, NOON), change(3, LATER_RUN, NOON));

        assertThat(store.<List<Change>>read(tx -> tx.changes().ofRun(RUN, 10)))
                .extracting(Change::remoteId)
                .containsExactly(remoteId(1), remoteId(2));
    }

    @Test
    void forgetsTheOldestFirstAndNothingFromTheMomentOn() {
        for (int number = 0; number < 5; number++) {
            append(change(number, RUN, NOON.plusMillis(number)));
        }

        assertThat(deleteBefore(4)).isEqualTo(3);
        assertThat(deleteBefore(4)).isEqualTo(1);
        assertThat(deleteBefore(4)).isZero();
        assertThat(store.<List<Change>>read(tx -> tx.changes().ofRun(RUN, 10)))
                .extracting(Change::remoteId)
                .containsExactly(remoteId(4));
    }

    private int deleteBefore(long millisecond) {
        return store.relaxed(tx -> tx.changes().deleteBefore(NOON.plusMillis(millisecond), 3));
    }

    private void append(Change... changes) {
        store.saveDurably(tx -> tx.changes().append(List.of(changes)));
    }

    private List<Change> ofRecord(long number) {
        return store.read(tx -> tx.changes().ofRecord(ACME, PRODUCTS, remoteId(number), 10));
    }
}
