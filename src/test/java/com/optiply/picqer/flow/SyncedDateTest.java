package com.optiply.picqer.flow;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every write says up to when Picqer was read: when its run began. */
class SyncedDateTest {
    @Test
    void travelsWithEveryWriteOfARunAndIsNoReasonForOne() {
        try (SyncWorld world = SyncSetup.plain(2).start()) {
            Instant first = began(world, world.run());
            assertThat(dates(world)).hasSize(2).containsOnly(first);

            world.goOn(Duration.ofHours(1));
            world.requireIdle();

            world.goOn(Duration.ofHours(1));
            world.setStock(world.shop().allProducts().get(0).path("idproduct").asLong(), 4711);
            Instant later = began(world, world.run());
            assertThat(later).isAfter(first);
            assertThat(dates(world)).containsExactly(later);
        }
    }

    private static Instant began(SyncWorld world, RunReport report) {
        return world.engine()
                .store()
                .read(tx -> tx.runs().find(new RunId(report.run())))
                .orElseThrow()
                .startedAt()
                .truncatedTo(SECONDS);
    }

    private static List<Instant> dates(SyncWorld world) {
        return world.writes().stream()
                .map(write -> write.body().replaceFirst(".*\"remoteDataSyncedToDate\":\"([^\"]*)\".*", "$1"))
                .map(Instant::parse)
                .toList();
    }
}
