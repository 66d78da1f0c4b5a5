package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.linked;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.database.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the state in a file, and what is made of it. */
class StatePermissionsTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    /** It holds prices of purchase, and a long record of what was changed. */
    @Test
    void nobodyButItsOwnerMayReadTheStateItsCopiesAndWhatStoodThereBefore() throws Exception {
        try (Store store = Store.open(settings("state.db"))) {
            store.saveDurably(tx -> tx.links().save(List.of(linked(1))));
            StateCopies.make(settings("state.db"), folder.resolve("copy"));
            assertThat(List.of(mode("state.db"), mode("state.db-wal"), mode("state.db-shm"), mode("copy")))
                    .containsOnly("rw-------");
        }
        Path aside = StateCopies.putInPlace(settings("state.db"), folder.resolve("copy"), CLOCK);

        assertThat(List.of(mode("state.db"), mode(aside.getFileName().toString())))
                .containsOnly("rw-------");
    }

    @Test
    void whatAnOperatorLetOthersDoWithTheStateStaysSo() throws Exception {
        state(1);
        Path state = folder.resolve("state.db");
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rw-rw----"));
        StateCopies.make(settings("state.db"), folder.resolve("copy"));

        StateCopies.putInPlace(settings("state.db"), folder.resolve("copy"), CLOCK);
        state(2);

        assertThat(mode("state.db")).isEqualTo("rw-rw----");
        assertThat(mode("copy")).isEqualTo("rw-------");
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private void state(long number) {
        try (Store store = Store.open(settings("state.db"))) {
            store.saveDurably(tx -> tx.links().save(List.of(linked(number))));
        }
    }

    private StoreSettings settings(String name) {
        return new StoreSettings("jdbc:sqlite:" + folder.resolve(name), null, null);
    }
}
