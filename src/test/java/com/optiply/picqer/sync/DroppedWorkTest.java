package com.optiply.picqer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.store.DropId;
import com.optiply.picqer.store.DropPurpose;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
        try (Store store = Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null))) {
            DropId id = store.durably(tx -> tx.droppedFiles().add(ACME, "list.csv", DropPurpose.APPLY, NOON));
            Path part = Files.writeString(folders.part(id.value(), "list.csv"), "skuCo");

            assertThat(after(Duration.ofMinutes(9), store).next(ACME, file -> true))
                    .isEmpty();
            assertThat(part).exists();

            assertThat(after(Duration.ofMinutes(11), store).next(ACME, file -> true))
                    .isEmpty();
            assertThat(part).doesNotExist();
            assertThat(store.read(tx -> tx.droppedFiles().open(ACME)).isEmpty()).isTrue();
        }
    }

    private DroppedWork after(Duration passed, Store store) {
        return new DroppedWork(store, folder, Clock.fixed(NOON.plus(passed), ZoneOffset.UTC));
    }
}
