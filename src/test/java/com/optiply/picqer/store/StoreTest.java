package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static com.optiply.picqer.store.Samples.linked;
import static com.optiply.picqer.store.Samples.remoteId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class StoreTest {
    private static final int SQLITE_BUSY = 5;

    private final Store store;

    StoreTest(Store store) {
        this.store = store;
    }

    @Test
    void aTransactionThatThrowsIsUndoneAndItsExceptionComesThrough() {
        IllegalArgumentException broken = new IllegalArgumentException("broken");

        assertThatThrownBy(() -> store.saveDurably(tx -> {
                    save(tx, linked(1));
                    throw broken;
                }))
                .isSameAs(broken);

        assertThat(count()).isZero();
    }

    @Test
    void bothKindsOfWriteAreThereForTheNextReader() {
        store.saveRelaxed(tx -> save(tx, linked(1)));
        store.saveDurably(tx -> save(tx, linked(2)));

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aSecondStoreReadsWhatTheFirstHasWritten(TestDatabase database) {
        store.saveDurably(tx -> save(tx, linked(1)));

        assertThat(database.another().<Long>read(tx -> tx.links().count(ACME, PRODUCTS)))
                .isEqualTo(1);
    }

    @Test
    void aReaderSeesOneMomentFromBeginningToEnd() {
        store.saveDurably(tx -> save(tx, linked(1)));

        long[] counts = store.read(tx -> {
            long before = tx.links().count(ACME, PRODUCTS);
            store.saveDurably(other -> save(other, linked(2)));
            return new long[] {before, tx.links().count(ACME, PRODUCTS)};
        });

        assertThat(counts).containsExactly(1, 1);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aReaderCannotWrite() {
        assertThatThrownBy(() -> store.read(tx -> {
                    save(tx, linked(1));
                    return true;
                }))
                .isInstanceOf(StoreException.class);

        assertThat(count()).isZero();
    }

    @Test
    void aWriteWithinAWriteIsRefusedAtOnce() {
        assertThatThrownBy(() -> store.saveDurably(tx -> store.saveRelaxed(inner -> save(inner, linked(1)))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("use the transaction at hand");

        store.saveDurably(tx -> save(tx, linked(2)));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void contentionRepeatsTheWholeTransaction() {
        AtomicInteger attempts = new AtomicInteger();

        store.saveDurably(tx -> {
            save(tx, linked(attempts.incrementAndGet()));
            if (attempts.get() < 3) {
                throw contention();
            }
        });

        assertThat(attempts).hasValue(3);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void contentionWithoutEndIsAnError() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> store.saveDurably(tx -> {
                    attempts.incrementAndGet();
                    throw contention();
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ry again");

        assertThat(attempts).hasValue(5);
    }

    @Test
    void noErrorQuotesWhatWasBeingWritten() {
        store.saveDurably(tx -> save(tx, linked(1)));
        Link second = new Link(
                ACME,
                PRODUCTS,
                remoteId(2),
                null,
                "Jansen-privé",
                new OptiplyId(1001),
                "uuid",
                "{\"name\":\"Jansen-privé\"}",
                Standing.SEND,
                null,
                null,
                new Sighting(RUN, Leg.ACTIVE));

        assertThatThrownBy(() -> store.saveDurably(tx -> save(tx, second)))
                .isInstanceOf(DuplicateLinkException.class)
                .satisfies(error -> assertThat(printed(error)).doesNotContain("Jansen"));
    }

    /** What both databases say when they undo one transaction for the sake of another. */
    private static RuntimeException contention() {
        return new TransactionException("made by the test", new SQLException("", "40001", SQLITE_BUSY));
    }

    private static String printed(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void save(Transaction tx, Link link) {
        tx.links().save(List.of(link));
    }

    private long count() {
        return store.read(tx -> tx.links().count(ACME, PRODUCTS));
    }
}
