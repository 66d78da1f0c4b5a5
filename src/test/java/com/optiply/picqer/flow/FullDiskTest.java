package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.database.StoreException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state has no room to grow in the middle of a first load. */
class FullDiskTest {
    private static final int PRODUCTS = 200;

    @TempDir
    private Path folder;

    @Test
    void theRunSaysSoAndTheNextOneGoesOnWhenThereIsRoom() {
        String file = "jdbc:sqlite:" + folder.resolve("state.db");
        Iterator<String> states = List.of(file + "?max_page_count=80", file).iterator();
        try (SyncWorld world = SyncSetup.plain(PRODUCTS)
                .impatient()
                .keepingStateIn(states::next)
                .start()) {
            RunResult full = world.tryRun();

            assertThat(full.thrown())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the disk is full. Make room; the next run catches up by itself.");
            assertThat(world.account().count("products")).isBetween(1, PRODUCTS - 1);

            world.loseState(); // Which here is the same file, with room.
            world.requireInStep(world.run());
            assertThat(world.account().count("products")).isEqualTo(PRODUCTS);
        }
    }
}
