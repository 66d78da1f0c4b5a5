package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.store.database.StoreSettings;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The server of the state lost its last commits while the program has it open; what they knew of is in Optiply. */
@OnEveryDatabase
class ServerThatFellBackTest {
    private final TestDatabase database;

    ServerThatFellBackTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isNoticedByTheNextRunAndNothingIsMadeTwice() throws SQLException {
        assumeThat(database.product())
                .as("a file does not fall back by itself")
                .isEqualTo(TestDatabase.Product.POSTGRESQL);
        StoreSettings state = database.fresh();
        try (SyncWorld world = SyncSetup.plain(8).keepingStateIn(state::jdbcUrl).start()) {
            world.runAll();
            world.runAll();
            loseTheLastCommits(state);
            world.sandbox().log().clear();

            assertThat(world.tryRun().thrown())
                    .hasMessageContaining("went back to an earlier moment")
                    .hasMessageContaining("the next run lists Optiply first");
            world.runAll();

            assertThat(world.writes()).extracting(LoggedRequest::path).isEmpty();
            assertThat(world.differences()).isEmpty();
        }
    }

    private void loseTheLastCommits(StoreSettings state) throws SQLException {
        database.execute(
                state,
                "delete from link_row where kind in ('products', 'supplierProducts') and optiply_id % 2 = 0",
                "update counter set value = value - 1 where name = 'progress'");
    }
}
