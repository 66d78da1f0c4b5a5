package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * PostgreSQL whose disk is full. Filling a disk takes one that nobody else needs, and the right to mount it; so the
 * file of one table, which is empty yet, is the device that has no room for anything.
 */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
class FullServerTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final int BATCH = 500;

    private final TestDatabase database = new TestDatabase(TestDatabase.Product.POSTGRESQL);
    private Path file;
    private Path aside;

    @BeforeEach
    void begin() throws Exception {
        database.begin();
        database.execute(database.settings(), "checkpoint");
        file = Path.of(
                database.text("select current_setting('data_directory') || '/' || pg_relation_filepath('quarantine')"));
        aside = file.resolveSibling(file.getFileName() + ".aside");
        assertThat(file).isEmptyFile();
    }

    @AfterEach
    void end() throws Exception {
        database.closeOthers();
        database.end();
    }

    @Test
    void saysSoKeepsAllThatWasSavedAndGoesOnWhenThereIsRoom() throws Exception {
        save(database.another(), 0, List.of());

        Files.move(file, aside);
        Files.createSymbolicLink(file, FULL);
        Store full = database.another();
        assertThatThrownBy(() -> save(full, BATCH, List.of(Samples.parked(1, "no_stock", RUN, NOON))))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("has run out of disk, memory or connections (53100). Make room on the server.");
        assertThat(count(full)).as("whole batches").isEqualTo(BATCH);
        save(full, BATCH, List.of());

        database.closeOthers(); // Whoever had the device open would write to it for ever.
        Files.delete(file);
        Files.move(aside, file);
        Store roomy = database.another();
        save(roomy, 2 * BATCH, List.of(Samples.parked(1, "no_stock", RUN, NOON)));
        assertThat(count(roomy)).isEqualTo(3 * BATCH);
    }

    private static void save(Store store, long after, List<Parked> parked) {
        List<Link> links = LongStream.rangeClosed(after + 1, after + BATCH)
                .mapToObj(Samples::linked)
                .toList();
        store.saveDurably(tx -> {
            tx.links().save(links);
            tx.quarantine().park(parked);
        });
    }

    private static long count(Store store) {
        return store.read(tx -> tx.links().count(ACME, PRODUCTS));
    }
}
