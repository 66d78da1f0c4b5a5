package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Retention;
import com.optiply.picqer.sync.run.Retention.Terms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Months in a shop that changes every day and does not grow: what is forgotten makes room for what comes, so that
 * neither a table nor the file grows once the terms are full.
 */
class GrowthOfTheStateTest {
    private static final int PRODUCTS = 20;
    private static final int MONTH_DAYS = 30;
    /** Shorter than they are by default, in proportion to the months. */
    private static final Terms TERMS = new Terms(Duration.ofDays(20), Duration.ofDays(40), Duration.ofDays(7));

    /** Which write is refused, and so which one of the next day comes later, is not always the same. */
    private static final long PLAY_ROWS = 10;

    /** Of what is written in a day, the place of which in the file is not known before. */
    private static final long PLAY_BYTES = 100_000;
    /** SQLite writes to the file what lies beside it whenever that has come to a thousand pages. */
    private static final long BESIDE_BYTES_MAX = 6_000_000;

    /** It waits in quarantine for a day, and another one takes its place. */
    private static final Fault ONE_REFUSED =
            Fault.status(400).on("PATCH", "/optiply/v1/products/\\d+").occurring(Occurrences.nth(1));

    private final SyncWorld world =
            SyncSetup.plain(PRODUCTS).impatient().withoutSyncedDate().start();
    private final Purchases shop = new Purchases(world);
    private final Store store = world.engine().store();
    private final ShiftedClock clock = new ShiftedClock();
    private final Retention retention = new Retention(store, TERMS, clock);
    private final Path file = world.home().resolve("state-1.db");

    @Test
    void staysAsItIsOnceTheTermsAreFull() throws Exception {
        try (world) {
            world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
            live(0, MONTH_DAYS / 3);
            long bytesBefore = bytes();
            live(MONTH_DAYS / 3, 2 * MONTH_DAYS);
            Map<String, Long> rows = rows();
            long bytes = bytes();
            assertThat(bytes).as("when the terms are full").isGreaterThan(bytesBefore + PLAY_BYTES);
            assertThat(rows.get("run")).as("of twenty days").isBetween(35L, 45L);
            assertThat(rows.get("change")).as("of forty days").isBetween(38L * (PRODUCTS - 1), 41L * PRODUCTS);
            assertThat(rows.get("dropped_file")).as("of forty days").isBetween(38L, 42L);
            assertThat(rows.get("request")).as("of a week").isBetween(5L, 8L);
            assertThat(rows.get("quarantine")).as("what waits today").isEqualTo(1);

            live(2 * MONTH_DAYS, 4 * MONTH_DAYS);

            assertThat(rows())
                    .allSatisfy((table, count) ->
                            assertThat(count).as(table).isLessThanOrEqualTo(rows.get(table) + PLAY_ROWS));
            assertThat(bytes()).as("two months later").isLessThan(bytes + PLAY_BYTES);
            assertThat(Files.size(Path.of(file + "-wal"))).as("beside it").isLessThan(BESIDE_BYTES_MAX);
        }
    }

    private void live(int from, int to) {
        for (int day = from; day < to; day++) {
            people(day);
            world.faults().add(ONE_REFUSED);
            world.run(Flow.PRODUCTS);
            world.faults().add(Fault.status(401).on("GET", "/picqer/.*"));
            assertThat(world.tryRun(Flow.SUPPLIERS).get(0).thrown()).isNotNull();
            world.faults().clear();
            world.goOn(Duration.ofDays(1));
            clock.goOn(Duration.ofDays(1));
            retention.forget();
        }
    }

    /** Every product has another stock each day; a run was asked for, and a list dropped. */
    private void people(int day) {
        for (int index = 0; index < PRODUCTS; index++) {
            world.setStock(shop.product(index), 10 + (day + index) % 7);
        }
        store.saveDurably(tx -> {
            tx.requests().done(tx.requests().ask(SyncSetup.ACME, List.of("products"), clock.instant()));
            DropId list = tx.droppedFiles().add(SyncSetup.ACME, "list.csv", DropPurpose.APPLY, clock.instant());
            tx.droppedFiles().state(list, DropState.ANSWERED);
        });
    }

    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : texts("select name from sqlite_master where type = 'table'")) {
            rows.put(table, Long.valueOf(texts("select count(*) from " + table).get(0)));
        }
        return rows;
    }

    /** As they will be when nothing lies beside the file any more. */
    private long bytes() throws SQLException {
        return Long.parseLong(texts("pragma page_count").get(0))
                * Long.parseLong(texts("pragma page_size").get(0));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                texts.add(found.getString(1));
            }
        }
        return texts;
    }
}
