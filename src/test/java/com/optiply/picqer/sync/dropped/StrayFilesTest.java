package com.optiply.picqer.sync.dropped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.filedrop.DropFolders.Taken;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files under way that the state does not know, as after it was put back from an older copy. */
class StrayFilesTest {
    private static final CustomerName ACME = new CustomerName("acme");
    private static final Instant NOON = Instant.parse("2025-10-08T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void arePutAsideWithAnAnswerAndThoseThatItKnowsAreLeftAlone() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        Path list = Files.writeString(folder.resolve("list.csv"), "skuCode,supplierName,preferred\n");
        try (Store store = open()) {
            DropId known = store.durably(tx -> tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON));
            DropId over = store.durably(tx -> tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON));
            store.saveDurably(tx -> tx.droppedFiles().state(over, DropState.ANSWERED));
            long lost = over.value() + 1;
            for (long number : new long[] {known.value(), over.value(), lost}) {
                folders.copy(list, number, "list.csv");
            }
            Files.writeString(folders.part(lost + 1, "half.csv"), "skuCo");

            assertThat(putAside(store, ACME))
                    .hasSize(2)
                    .allSatisfy(answer -> assertThat(answer).content().contains("Drop the file again."));
            assertThat(folders.failed().resolve("list.csv")).exists();
            assertThat(folders.failed().resolve("list (2).csv")).exists();
            assertThat(folders.underWay(known.value(), "list.csv")).exists();
            assertThat(folders.part(lost + 1, "half.csv")).exists();
            assertThat(putAside(store, ACME)).isEmpty();
            assertThat(putAside(store, new CustomerName("other"))).isEmpty();
        }
    }

    @Test
    void areAnsweredThoughOneBeforeThemCannotBe() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        Path list = Files.writeString(folder.resolve("list.csv"), "skuCode,supplierName,preferred\n");
        try (Store store = open()) {
            folders.make();
            folders.copy(list, 1, "a.csv");
            Files.createDirectory(folders.part(1, "a.csv")); // where its answer is written
            folders.copy(list, 2, "list.csv");
            List<Path> answers = new ArrayList<>();

            assertThatThrownBy(() -> new StrayFiles(store, folder).putAside(ACME, answers::add))
                    .isInstanceOf(IOException.class);
            assertThat(answers).containsExactly(folders.failed().resolve("list.result.txt"));
        }
    }

    @Test
    void areNotThoseThatAreGoneOnceTheStateWasAsked() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        Taken gone = new Taken(folders.underWay(1, "list.csv"), 1, "list.csv");

        try (Store store = open()) {
            assertThat(new StrayFiles(store, folder).putAside(ACME, gone, folders))
                    .isEmpty();
        }
        assertThat(folders.failed()).isEmptyDirectory();
    }

    private Store open() {
        return Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null));
    }

    private List<Path> putAside(Store store, CustomerName customer) throws IOException {
        List<Path> answers = new ArrayList<>();
        new StrayFiles(store, folder).putAside(customer, answers::add);
        return answers;
    }
}
