package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * PostgreSQL whose disk is full, a small one in memory: only the superuser of a machine may mount such a disk, so for
 * anybody else this is left out.
 */
@Timeout(120)
class FullServerTest {
    private static final int BATCH = 500;

    private final TestDatabase database = new TestDatabase(TestDatabase.Product.POSTGRESQL);
    private Path disk;
    private boolean isMounted;

    @BeforeEach
    void begin() throws Exception {
        disk = Files.createTempDirectory("full");
        isMounted = ran("mount", "-t", "tmpfs", "-o", "size=16m", "none", disk.toString());
        assumeThat(isMounted).as("may mount a disk").isTrue();
        Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwxrwxrwx"));
        database.begin();
        database.execute(
                database.settings(),
                "create tablespace small location '" + disk + "'",
                "create database full_disk tablespace small");
    }

    @AfterEach
    void end() throws Exception {
        if (database.isOpen()) {
            database.execute(database.settings(), "drop database full_disk with (force)", "drop tablespace small");
            database.end();
        }
        if (isMounted) {
            ran("umount", disk.toString());
        }
        Files.delete(disk);
    }

    @Test
    void saysSoAndGoesOnWhenThereIsRoomWithAllThatWasSaved() throws Exception {
        String url = database.settings().jdbcUrl().replaceFirst("/test\\d+", "/full_disk");
        AtomicLong saved = new AtomicLong();
        try (Store store = Store.open(new StoreSettings(url, null, null))) {
            assertThatThrownBy(() -> {
                        while (saved.get() < 100_000) {
                            save(store, saved.get());
                            saved.addAndGet(BATCH);
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageEndingWith(
                            "has run out of disk, memory or connections (53100). Make room on the server.");
            assertThat(count(store)).as("whole batches").isEqualTo(saved.get());

            assertThat(ran("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
            save(store, saved.get());

            assertThat(count(store)).isEqualTo(saved.get() + BATCH);
        }
    }

    private static void save(Store store, long after) {
        List<Link> links = LongStream.rangeClosed(after + 1, after + BATCH)
                .mapToObj(Samples::linked)
                .toList();
        store.saveDurably(tx -> tx.links().save(links));
    }

    private static long count(Store store) {
        return store.read(tx -> tx.links().count(ACME, PRODUCTS));
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
