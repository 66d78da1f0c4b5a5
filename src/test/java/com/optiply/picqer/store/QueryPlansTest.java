package com.optiply.picqer.store;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.database.StoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements that SQLite, which knows nothing of how much is in a table, was seen to answer by reading all of it: once
 * for every page, so that twice the records took four times as long.
 */
class QueryPlansTest {
    /** Beside each link that is read, by its number: however many there are. */
    private static final String SIGHTING_OF_A_LINK = "sqlite_autoindex_sighting_1 (id=?)";

    @TempDir
    private Path folder;

    @Test
    void aPageOfKeysIsLookedUpByItsIndex() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("state.db");
        Store.open(new StoreSettings(url, null, null)).close();
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(plan(connection, Links.BY_LABELS)).containsOnly("link_by_label (customer=? AND label=?)");
            assertThat(plan(connection, DroppedPairs.OF_PRODUCTS))
                    .containsOnly("dropped_pair_by_product (file=? AND product_id=?)");
            assertThat(plan(connection, DroppedRows.WANTED))
                    .containsOnly("dropped_row_by_sku (file=? AND sku=? AND wanted=?)");
            for (String query : List.of(SampledLinks.AT, SampledLinks.NEXT)) {
                assertThat(plan(connection, query))
                        .containsOnly("link_by_optiply_id (customer=? AND kind=? AND optiply_id>?)");
            }
            for (String column : List.of("remote_id", "natural_key", "parent")) {
                assertThat(plan(connection, Candidates.BY_COLUMN.replace("<column>", column)))
                        .singleElement()
                        .asString()
                        .endsWith("(customer=? AND kind=? AND " + column + "=?)");
            }
        }
    }

    /** The indexes that are used, each with the columns that are looked for in it. */
    private static List<String> plan(Connection connection, String query) throws SQLException {
        String keys = IntStream.range(0, 100).mapToObj(key -> ":key" + key).collect(joining(","));
        List<String> plan = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain query plan " + query.replace("<keys>", keys))) {
            while (rows.next()) {
                plan.add(rows.getString("detail").replaceFirst("^SEARCH \\w+ USING (COVERING )?INDEX ", ""));
            }
        }
        plan.removeIf(step -> step.startsWith("CORRELATED SCALAR SUBQUERY") || step.equals(SIGHTING_OF_A_LINK));
        return plan;
    }
}
