package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Withdrawals.Withdrawal;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedPair;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.OutcomeCount;
import com.optiply.picqer.store.row.RowOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DroppedFilesTest {
    private static final Instant NOON = Instant.parse("2025-10-08T12:00:00Z");

    private final Store store;
    private DropId file;

    DroppedFilesTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void drop() {
        file = store.durably(tx -> tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON));
    }

    @Test
    void aFileIsOpenUntilItIsAnswered() {
        assertThat(open()).extracting(DroppedFile::state).containsExactly(DropState.CLAIMED);

        store.saveDurably(tx -> {
            tx.droppedFiles().staged(file, "digest", 5, 1);
            tx.droppedFiles().settled(file, 2);
            tx.droppedFiles().due(file, NOON.plusSeconds(60), 1);
            tx.droppedFiles().answer(file, "list (2).csv");
        });
        assertThat(open())
                .containsExactly(new DroppedFile(
                        file,
                        ACME,
                        "list.csv",
                        DropPurpose.APPLY,
                        DropState.STAGED,
                        "digest",
                        NOON,
                        NOON.plusSeconds(60),
                        1,
                        5,
                        3,
                        "list (2).csv"));

        assertThat(same()).isFalse();
        store.saveDurably(tx -> tx.droppedFiles().state(file, DropState.ANSWERED));
        assertThat(open()).isEmpty();
        assertThat(same()).isTrue();
        store.saveDurably(tx -> tx.droppedFiles().forgetContent(file));
        assertThat(same()).isFalse();
    }

    private boolean same() {
        return store.read(tx -> tx.droppedFiles().sameContent(ACME, "digest")).isPresent();
    }

    private List<DroppedFile> open() {
        return store.read(tx -> tx.droppedFiles().open(ACME));
    }

    @Test
    void rowsThatSpeakAgainstEachOtherAreFound() {
        add(
                row(2, "A", "Alpha", 1L),
                row(3, "A", "Beta", 1L),
                row(4, "A", "Gamma", 0L),
                row(5, "B", "Alpha", 1L),
                row(6, "B", "Alpha", 0L),
                row(7, "C", "Alpha", 1L),
                row(8, "C", "Beta", 0L),
                row(9, "", "", null));
        store.saveDurably(tx -> {
            assertThat(tx.droppedRows().rejectSeveralWanted(file, "several")).isEqualTo(2);
            assertThat(tx.droppedRows().rejectContradictions(file, "contrary")).isEqualTo(2);
        });

        assertThat(rows())
                .filteredOn(row -> row.outcome() == RowOutcome.REJECTED && row.wanted() != null)
                .extracting(row -> row.number() + " " + row.reason() + " " + row.detail())
                .containsExactly("2 several 3", "3 several 2", "5 contrary 6", "6 contrary 5");
        assertThat(counts())
                .containsExactlyInAnyOrder(
                        new OutcomeCount(RowOutcome.OPEN, null, 3),
                        new OutcomeCount(RowOutcome.REJECTED, "contrary", 2),
                        new OutcomeCount(RowOutcome.REJECTED, "several", 2),
                        new OutcomeCount(RowOutcome.REJECTED, "unreadable", 1));
    }

    @Test
    void rowsAreGivenOutByWhatTheyWantUntilTheyHaveAnOutcome() {
        add(row(2, "A", "Alpha", 1L), row(3, "B", "Alpha", 0L), row(4, "C", "Alpha", 1L), row(5, "A", "Beta", 0L));
        store.saveDurably(tx -> tx.droppedRows()
                .settle(List.of(
                        row(2, "A", "Alpha", 1L).with(RowOutcome.UNDER_WAY),
                        row(4, "C", "Alpha", 1L).with(RowOutcome.PREFERRED))));

        assertThat(numbers(1, 0)).containsExactly(2L);
        assertThat(numbers(1, 2)).isEmpty();
        assertThat(numbers(0, 0)).containsExactly(3L, 5L);
        store.read(tx -> {
            assertThat(tx.droppedRows().openSkus(file)).isEqualTo(2);
            assertThat(tx.droppedRows().openSkus(file, null, 1)).containsExactly("A");
            assertThat(tx.droppedRows().openSkus(file, "A", 5)).containsExactly("B");
            assertThat(tx.droppedRows().wanted(file, List.of("A", "B", "C")))
                    .extracting(DroppedRow::number)
                    .containsExactly(2L, 4L);
            return true;
        });
    }

    private List<Long> numbers(long wanted, long after) {
        return store.read(tx -> tx.droppedRows().open(file, wanted, after, 10)).stream()
                .map(DroppedRow::number)
                .toList();
    }

    @Test
    void pairsAreFoundByTheirProductAndReplacedWhenTheyAreListedAgain() {
        store.saveRelaxed(tx -> {
            tx.droppedPairs().save(List.of(pair(1, 10, 1), pair(2, 10, 0), pair(3, 11, 1)));
            tx.droppedPairs().save(List.of(pair(1, 10, 0)));
        });

        store.read(tx -> {
            assertThat(tx.droppedPairs().ofProducts(file, List.of(new OptiplyId(10))))
                    .containsExactly(pair(1, 10, 0), pair(2, 10, 0));
            assertThat(tx.droppedPairs().ofProducts(file, List.of(new OptiplyId(10), new OptiplyId(11))))
                    .hasSize(3);
            return true;
        });
    }

    @Test
    void aPreferenceThatWasTakenAwayIsRememberedByItsProduct() {
        Withdrawal one = new Withdrawal(ACME, new RemoteId("1"), new RemoteId("1_9"));
        Withdrawal other = new Withdrawal(ACME, new RemoteId("2"), new RemoteId("2_9"));
        store.saveRelaxed(tx -> {
            tx.withdrawals().add(List.of(one, other));
            tx.withdrawals().add(List.of(one));
        });
        assertThat(withdrawn()).containsExactlyInAnyOrder(one.remoteId(), other.remoteId());

        store.saveRelaxed(tx -> tx.withdrawals().removeOfProducts(ACME, List.of(one.product())));
        assertThat(withdrawn()).containsExactly(other.remoteId());
        store.saveRelaxed(tx -> tx.withdrawals().remove(ACME, List.of(other.remoteId())));
        assertThat(withdrawn()).isEmpty();
    }

    private Set<RemoteId> withdrawn() {
        return store.read(tx -> tx.withdrawals().ofProducts(ACME, List.of(new RemoteId("1"), new RemoteId("2"))));
    }

    private void add(DroppedRow... rows) {
        store.saveRelaxed(tx -> tx.droppedRows().add(List.of(rows)));
    }

    private List<DroppedRow> rows() {
        return store.read(tx -> tx.droppedRows().page(file, 0, 100));
    }

    private List<OutcomeCount> counts() {
        return store.read(tx -> tx.droppedRows().counts(file));
    }

    private DroppedRow row(long number, String sku, String supplier, @Nullable Long wanted) {
        DroppedRow row = new DroppedRow(file, number, sku, supplier, wanted, RowOutcome.OPEN, null, null);
        return wanted == null ? row.rejected("unreadable", "") : row;
    }

    private DroppedPair pair(long id, long product, long preferred) {
        return new DroppedPair(
                file, new OptiplyId(id), "uuid-" + id, new OptiplyId(product), new OptiplyId(7), preferred);
    }
}
