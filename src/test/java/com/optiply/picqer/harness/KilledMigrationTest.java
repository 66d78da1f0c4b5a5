package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The process is killed while it brings the tables of the state to the form of this version. */
class KilledMigrationTest {
    private final Path home = HomeFolder.lay("killed-migration");

    @AfterEach
    void end() {
        HomeFolder.remove(home);
    }

    @Test
    void theNextStartFindsTheTablesOrMakesThem() throws Exception {
        int statements = statementsOfAnOpening();
        requireWhole(statements / 2);
    }

    @Test
    @Tag("heavy")
    void theNextStartDoesSoWhicheverStatementWasTheLast() throws Exception {
        int statements = statementsOfAnOpening();
        for (int number : IntStream.rangeClosed(1, statements).toArray()) {
            requireWhole(number);
        }
    }

    private void requireWhole(int number) throws Exception {
        String file = "state-" + number + ".db";
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS)) {
            HomeFolder.writeProperties(home, SyncSetup.plain(1), Halt.in(url(file), "before-" + number));
            HomeFolder.writeCustomer(home, sandbox);
            Program killed = Program.start(home, "approve", "acme");
            assertThat(killed.exit())
                    .as("before statement %d: %s", number, killed.err())
                    .isEqualTo(Halt.KILLED);
            HomeFolder.writeProperties(home, SyncSetup.plain(1), url(file));
            Program next = Program.start(home, "approve", "acme");

            assertThat(next.exit())
                    .as("after statement %d: %s", number, next.err())
                    .isZero();
            assertThat(tables(file)).as("killed before statement %d", number).isEqualTo(tables("counted.db"));
        }
    }

    private int statementsOfAnOpening() {
        StatementFaults counted = FaultyDriver.of(url("counted.db"));
        counted.clear();
        Store.open(new StoreSettings(url("counted.db"), null, null)).close();
        FaultyDriver.forget(url("counted.db"));
        return counted.counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    private String url(String file) {
        return "jdbc:sqlite:" + home.resolve(file);
    }

    private List<String> tables(String file) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(file));
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select name || ': ' || coalesce(sql, '') from sqlite_master order by name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).isNotEmpty();
        return tables;
    }
}
