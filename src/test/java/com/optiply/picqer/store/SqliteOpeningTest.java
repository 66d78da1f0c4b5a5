package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.linked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.store.database.SqliteDatabase;
import com.optiply.picqer.store.database.StoreException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person meets when the file of the state is not as it should be. */
class SqliteOpeningTest {
    private static final int PAGE_BYTES = 4096;

    @TempDir
    private Path folder;

    @Test
    void makesTheFolderThatIsNotThere() {
        Path file = folder.resolve("a/b/state.db");

        open(file).close();

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void saysWhenTheFolderCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> open(file.resolve("state.db")))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "The folder `%s` for the state cannot be made. "
                                + "Make it, and let the user of this program write to it.",
                        file);
    }

    @Test
    void saysWhenTheFileIsNoDatabaseAndLeavesItAlone() throws Exception {
        Path file = folder.resolve("state.db");
        Files.writeString(file, "not a database ".repeat(100), StandardCharsets.US_ASCII);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged or is no database. Put back a backup");

        assertThat(file).hasBinaryContent(before);
    }

    /** Nothing that an opening needs stands on the last page. */
    @Test
    void saysWhenAPageIsDamagedThatIsNotNeededYet() throws Exception {
        Path file = folder.resolve("state.db");
        try (Store store = open(file)) {
            store.saveDurably(tx -> tx.links()
                    .save(LongStream.rangeClosed(1, 500)
                            .mapToObj(Samples::linked)
                            .toList()));
        }
        try (SeekableByteChannel bytes = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            bytes.position(bytes.size() - PAGE_BYTES);
            bytes.write(ByteBuffer.wrap(new byte[PAGE_BYTES]));
        }

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged or is no database. Put back a backup");
    }

    @Test
    void beginsNothingMoreWhenTheFileIsDeletedWhileItIsOpen() throws Exception {
        Path file = folder.resolve("state.db");
        try (Store store = open(file)) {
            store.noteProgress();
            Files.delete(file);

            assertThatThrownBy(store::noteProgress)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("was deleted or replaced while the program has it open");
        }
    }

    /** To SQLite an empty file is a new database. */
    @Test
    void saysWhenTheFileIsEmptyAndLeavesItSo() throws Exception {
        Path file = Files.createFile(folder.resolve("state.db"));
        requireEmpty(file);

        Files.delete(file);
        open(file).close();
        Files.write(file, new byte[0]);
        requireEmpty(file);

        Files.delete(file);
        Files.delete(folder.resolve("state.db.mark"));
        open(file).close();
    }

    private static void requireEmpty(Path file) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("`" + file + "` is an empty file")
                .hasMessageContaining("Put back a backup: `restore FILE`. Without one, delete it and `state.db.mark`");
        assertThat(file).isEmptyFile();
    }

    /** Its process may have been killed between two breaths, before anything was in the file. */
    @Test
    void goesOnWithAFileThatHasOnlyBeenBegun() throws Exception {
        Path file = Files.createFile(folder.resolve("state.db"));
        Files.createFile(folder.resolve("state.db.mark"));

        open(file).close();

        assertThat(file).isNotEmptyFile();
        assertThat(folder.resolve("state.db.mark")).isNotEmptyFile();
    }

    @Test
    void saysWhenTheFileIsDamaged() throws Exception {
        Path file = folder.resolve("state.db");
        try (Store store = open(file)) {
            save(store);
        }
        byte[] damaged = Files.readAllBytes(file);
        byte[] noise = new byte[damaged.length - 100];
        new Random(1).nextBytes(noise);
        System.arraycopy(noise, 0, damaged, 100, noise.length); // All but the header.
        Files.write(file, damaged);

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged or is no database");
    }

    @Test
    void saysWhenAFolderStandsInItsPlace() throws Exception {
        Path file = Files.createDirectory(folder.resolve("state.db"));

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened for writing");
    }

    @Test
    void saysWhenItMayOnlyBeRead() {
        Path file = folder.resolve("state.db");
        open(file).close();

        assertThatThrownBy(() -> {
                    try (Store store = open(new SqliteDatabase("jdbc:sqlite:file:" + file + "?mode=ro"))) {
                        save(store);
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "The state in `%s` cannot be opened for writing. Let the user of this program write the "
                                + "file and its folder, and see that no folder stands in its place.",
                        file);
    }

    @Test
    void saysWhenAnotherProgramHoldsIt() throws Exception {
        Path file = folder.resolve("state.db");
        try (Store store = open(new SqliteDatabase("jdbc:sqlite:" + file, Duration.ofMillis(1)));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            assertThatThrownBy(() -> save(store))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is locked by another program. Close what has it open");

            statement.execute("rollback");
            save(store);
        }
    }

    @Test
    @Timeout(30)
    void saysSoWhenAnotherProgramHeldItBeforeItWasOpened() throws Exception {
        Path file = folder.resolve("state.db");
        open(file).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("begin exclusive");

            assertThatThrownBy(() -> open(new SqliteDatabase("jdbc:sqlite:" + file, Duration.ofMillis(1))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is locked by another program. Close what has it open");

            statement.execute("rollback");
            open(file).close();
        }
    }

    private static void save(Store store) {
        store.saveDurably(tx -> tx.links().save(List.of(linked(1))));
    }

    private static Store open(Path file) {
        return open(new SqliteDatabase("jdbc:sqlite:" + file));
    }

    private static Store open(SqliteDatabase database) {
        return Store.open(database);
    }
}
