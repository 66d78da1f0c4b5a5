package com.optiply.picqer.sync.dropped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a dropped file as a whole. */
class DroppedWorkTest {
    private static final CustomerName ACME = new CustomerName("acme");
    private static final Instant NOON = Instant.parse("2025-10-08T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void forgetsACopyThatWasNeverFinishedAndRemovesWhatThereIsOfIt() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        try (Store store = open()) {
            DropId id = store.durably(tx -> tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON));
            Path part = Files.writeString(folders.part(id.value(), "list.csv"), "skuCo");

            assertThat(after(Duration.ofMinutes(9), store).next(ACME, file -> true))
                    .isEmpty();
            assertThat(part).exists();

            assertThat(after(Duration.ofMinutes(11), store).next(ACME, file -> true))
                    .isEmpty();
            assertThat(part).doesNotExist();
            assertThat(filesOf(store)).isEmpty();
        }
    }

    @Test
    void keepsAFileWhoseFolderIsOutOfReachHoweverLong() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        try (Store store = open()) {
            DropId id = store.durably(tx -> tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON));
            Path importing = Files.writeString(folders.underWay(id.value(), "list.csv"), "skuCode")
                    .getParent();
            Path elsewhere = Files.move(importing, folder.resolve("elsewhere"));

            assertThat(after(Duration.ofMinutes(11), store).next(ACME, file -> true))
                    .isEmpty();

            Files.move(elsewhere, importing);
            assertThat(after(Duration.ofMinutes(12), store).next(ACME, file -> true))
                    .map(DroppedFile::id)
                    .contains(id);
        }
    }

    /** Nobody is at fault, so none of its tries is used up; and nobody is asked every minute for days. */
    @Test
    void putsOffAFileWhoseRunBreaksOffForAMinuteAtFirstAndForFiveLaterOn() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        try (Store store = open()) {
            DroppedFile file = read(store, folders);

            after(Duration.ofMinutes(2), store).putOff(file, false);
            assertThat(filesOf(store).get(0).dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));

            after(Duration.ofMinutes(6), store).putOff(file, false);
            assertThat(filesOf(store).get(0).dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(11)));
            assertThat(filesOf(store).get(0).attempts()).isZero();
        }
    }

    @Test
    void forgetsAFileWhoseCommandWasBrokenOffBeforeItHadReadIt() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        try (Store store = open()) {
            DropId id = store.durably(tx -> {
                DropId added = tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON);
                tx.droppedFiles().due(added, DroppedFile.dueOnceRead(NOON), 0);
                return added;
            });
            Path copy = Files.writeString(folders.underWay(id.value(), "list.csv"), "skuCode");

            assertThat(after(Duration.ofMinutes(59), store).next(ACME, file -> true))
                    .isEmpty();
            assertThat(copy).exists();

            assertThat(after(Duration.ofMinutes(61), store).next(ACME, file -> true))
                    .isEmpty();
            assertThat(copy).doesNotExist();
            assertThat(filesOf(store)).isEmpty();
        }
    }

    /** A command that brought it would else answer it at the same time, from rows that are gone by then. */
    @Test
    void leavesNoFileToItsCommandThatItAnswersItself() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        try (Store store = open()) {
            DroppedFile here = read(store, folders);
            DroppedFile elsewhere = read(store, folders);
            Files.delete(folders.underWay(elsewhere.id().value(), "list.csv"));
            Files.delete(folders.done());
            Files.writeString(folders.done(), "no folder, so that no answer can be written");

            assertThatThrownBy(() -> after(Duration.ZERO, store).answer(here)).isInstanceOf(IOException.class);
            assertThat(after(Duration.ZERO, store).answer(elsewhere)).isEmpty();

            assertThat(filesOf(store))
                    .extracting(DroppedFile::state)
                    .containsExactly(DropState.STAGED, DropState.APPLIED);
        }
    }

    @Test
    void givesNoAnswerUnderTheNameOfOneThatIsStillToBeWritten() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        try (Store store = open()) {
            DroppedFile first = read(store, folders);
            store.saveDurably(tx -> tx.droppedFiles().answer(first.id(), "list.csv")); // the disk was full then

            assertThat(after(Duration.ZERO, store).answer(read(store, folders)))
                    .contains(folders.done().resolve("list (2).result.txt"));
        }
    }

    private static DroppedFile read(Store store, DropFolders folders) throws IOException {
        DropId id = store.durably(tx -> tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON));
        Files.writeString(folders.underWay(id.value(), "list.csv"), "skuCode,supplierName,preferred\n");
        store.saveDurably(tx -> tx.droppedFiles().staged(id, "digest", 0, 0));
        return store.read(tx -> tx.droppedFiles().find(id)).orElseThrow();
    }

    private static List<DroppedFile> filesOf(Store store) {
        return store.read(tx -> tx.droppedFiles().open(ACME));
    }

    private Store open() {
        return Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null));
    }

    private DroppedWork after(Duration passed, Store store) {
        return new DroppedWork(store, folder, Clock.fixed(NOON.plus(passed), ZoneOffset.UTC));
    }
}
