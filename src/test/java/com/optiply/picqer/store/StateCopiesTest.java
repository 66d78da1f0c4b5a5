package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.linked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.database.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the state in a file, and what is noticed about a file that is not what it was. */
class StateCopiesTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void copiesOneMomentWhileOthersWrite() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        try (Store store = Store.open(settings("state.db"))) {
            Thread writer = new Thread(() -> {
                for (long pair = 1; !isOver.get(); pair++) {
                    long first = 2 * pair;
                    store.saveRelaxed(tx -> tx.links().save(List.of(linked(first), linked(first + 1))));
                }
            });
            writer.start();
            for (int copy = 0; copy < 5; copy++) {
                StateCopies.make(settings("state.db"), folder.resolve("copy-" + copy));
            }
            isOver.set(true);
            writer.join();
        }

        for (int copy = 0; copy < 5; copy++) {
            assertThat(links("copy-" + copy) % 2).as("halves of a transaction").isZero();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void doesNotOverwriteAFile() throws Exception {
        state("state.db", 1);
        Path there = Files.writeString(folder.resolve("there"), "mine");

        assertThatThrownBy(() -> StateCopies.make(settings("state.db"), there))
                .isInstanceOf(StoreException.class)
                .hasMessage("`" + there + "` is there already and is not overwritten. Name another file.");
        assertThat(there).hasContent("mine");
    }

    @Test
    void makesNoStateWhereThereIsNone() {
        assertThatThrownBy(() -> StateCopies.make(settings("state.db"), folder.resolve("copy")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("There is no database");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sendsPostgresqlToItsOwnTools() {
        StoreSettings server = new StoreSettings("jdbc:postgresql://host/state", "user", null);

        assertThatThrownBy(() -> StateCopies.make(server, folder.resolve("copy")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("pg_dump -Fc");
        assertThatThrownBy(() -> StateCopies.putInPlace(server, folder.resolve("copy"), CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("pg_restore");
    }

    @Test
    void putsACopyInPlaceAndMovesTheStateAside() throws Exception {
        state("state.db", 1);
        StateCopies.make(settings("state.db"), folder.resolve("copy"));
        state("state.db", 2, 3);

        Path aside = StateCopies.putInPlace(settings("state.db"), folder.resolve("copy"), CLOCK);

        assertThat(links("state.db")).isEqualTo(1);
        assertThat(links(aside.getFileName().toString())).isEqualTo(3);
        assertThat(aside.getFileName().toString()).startsWith("state.db.before-restore-2");
        assertThat(folder).isDirectoryNotContaining("glob:**.restoring*");
    }

    @Test
    void aStateThatWasPutBackIsToBeListedAgain() {
        try (Store store = Store.open(settings("state.db"))) {
            store.saveDurably(tx -> tx.candidates().completed(ACME, PRODUCTS, NOON));
        }
        StateCopies.make(settings("state.db"), folder.resolve("copy"));
        StateCopies.putInPlace(settings("state.db"), folder.resolve("copy"), CLOCK);

        try (Store store = Store.open(settings("state.db"))) {
            assertThat(store.<Boolean>read(tx -> tx.candidates().isAdopted(ACME, PRODUCTS)))
                    .isFalse();
            assertThat(store.<Boolean>read(tx -> tx.candidates().isDistrusted(ACME, PRODUCTS)))
                    .isTrue();
        }
    }

    @Test
    void refusesADamagedCopyAndLeavesTheStateAlone() throws Exception {
        state("state.db", LongStream.range(1, 500).toArray());
        Path copy = folder.resolve("copy");
        StateCopies.make(settings("state.db"), copy);
        byte[] damaged = Files.readAllBytes(copy);
        java.util.Arrays.fill(damaged, damaged.length / 2, damaged.length, (byte) 7);
        Files.write(copy, damaged);

        assertThatThrownBy(() -> StateCopies.putInPlace(settings("state.db"), copy, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
        assertThat(links("state.db")).isEqualTo(499);
    }

    @Test
    void refusesAFileThatIsNoState() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "not a database ".repeat(100), StandardCharsets.US_ASCII);
        Path other = folder.resolve("other");
        execute(other, "create table something (id int)");

        assertThatThrownBy(() -> StateCopies.putInPlace(settings("state.db"), text, CLOCK))
                .hasMessageContaining("is damaged or is no database");
        assertThatThrownBy(() -> StateCopies.putInPlace(settings("state.db"), other, CLOCK))
                .hasMessageContaining("no state of this program");
        assertThat(folder.resolve("state.db")).doesNotExist();
    }

    @Test
    void anOlderFileInThePlaceOfTheStateIsNoticed() throws Exception {
        state("state.db", 1);
        Files.copy(folder.resolve("state.db"), folder.resolve("older"));
        state("state.db", 2);
        Files.copy(
                folder.resolve("older"), folder.resolve("state.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> Store.open(settings("state.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is an older copy of the one that was last used here")
                .hasMessageContaining("`restore` (without a file)");

        StateCopies.acceptPutBack(settings("state.db"), holders -> {});
        assertThat(links("state.db")).isEqualTo(1);
    }

    @Test
    void aStateThatIsGoneIsNotBegunAnewWithoutAWord() throws Exception {
        state("state.db", 1);
        Files.delete(folder.resolve("state.db"));

        assertThatThrownBy(() -> Store.open(settings("state.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is gone, though it was there")
                .hasMessageContaining("`restore FILE`")
                .hasMessageContaining("delete `state.db.mark`");
        assertThat(folder.resolve("state.db")).doesNotExist();

        Files.delete(folder.resolve("state.db.mark"));
        assertThat(links("state.db")).isZero();
    }

    @Test
    void aMarkThatAPowerCutLeftEmptyKnowsOfNothing() throws Exception {
        state("state.db", 1);
        Files.writeString(folder.resolve("state.db.mark"), "");

        assertThat(links("state.db")).isEqualTo(1);
    }

    @Test
    void tellsWhoWorksOnTheStateBeforeItsCopyIsReadyAndAgainWhenItIs() throws Exception {
        state("state.db", 1, 2);
        StateCopies.make(settings("state.db"), folder.resolve("copy"));
        state("state.db", 3);
        List<List<String>> told = new ArrayList<>();

        assertThatThrownBy(
                        () -> StateCopies.putInPlace(settings("state.db"), folder.resolve("copy"), CLOCK, holders -> {
                            told.add(holders);
                            if (!holders.isEmpty()) {
                                throw new IllegalStateException("in use");
                            }
                            takeLease();
                        }))
                .hasMessage("in use");

        assertThat(told).containsExactly(List.of(), List.of("machine:1:one"));
        assertThat(links("state.db")).isEqualTo(3);
        assertThat(folder).isDirectoryNotContaining("glob:**.restoring*");
    }

    @Test
    void tellsWhoWorksOnAStateThatIsSaidToBePutBack() {
        takeLease();

        assertThatThrownBy(() -> StateCopies.acceptPutBack(settings("state.db"), holders -> {
                    throw new IllegalStateException("in use by " + holders);
                }))
                .hasMessage("in use by [machine:1:one]");
    }

    private void takeLease() {
        try (Store store = Store.open(settings("state.db"))) {
            store.durably(tx -> tx.leases().acquire(ACME, "machine:1:one", Duration.ofMinutes(1)));
        }
    }

    @Test
    void saysWhenTheDiskIsFullAndKeepsWhatItHas() {
        try (Store store = Store.open(settings("state.db"))) {
            store.saveDurably(tx -> tx.links().save(List.of(linked(1))));
        }
        StoreSettings full =
                new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db") + "?max_page_count=1", null, null);

        assertThatThrownBy(() -> {
                    try (Store store = Store.open(full)) {
                        store.saveDurably(tx -> tx.links()
                                .save(LongStream.range(2, 5_000)
                                        .mapToObj(Samples::linked)
                                        .toList()));
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot grow: the disk is full. Make room; the next run catches up by itself.");
        assertThat(links("state.db")).isEqualTo(1);
    }

    private void state(String name, long... numbers) {
        try (Store store = Store.open(settings(name))) {
            store.saveDurably(tx -> tx.links()
                    .save(LongStream.of(numbers).mapToObj(Samples::linked).toList()));
        }
    }

    private long links(String name) {
        try (Store store = Store.open(settings(name))) {
            return store.read(tx -> tx.links().count(ACME, PRODUCTS));
        }
    }

    private static void execute(Path file, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private StoreSettings settings(String name) {
        return new StoreSettings("jdbc:sqlite:" + folder.resolve(name), null, null);
    }
}
