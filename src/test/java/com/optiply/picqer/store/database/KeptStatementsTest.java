package com.optiply.picqer.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    private static final String INSERT = "insert into shelf (number) values (?)";
    private static final int MORE_THAN_ARE_KEPT = 250;

    private final List<PreparedStatement> executed = new ArrayList<>();
    private Connection connection;
    private Jdbi jdbi;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kept.db"));
        jdbi = Jdbi.create(connection);
        jdbi.setStatementBuilderFactory(new KeptStatements());
        jdbi.useHandle(handle -> handle.execute("create table shelf (number bigint not null primary key)"));
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                executed.add(context.getStatement());
            }
        });
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aStatementIsPreparedOnceForAllHandlesOfItsConnection() {
        insert(1);
        insert(2);

        assertThat(executed.get(0)).isSameAs(executed.get(1));
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void soIsOneWithNamesAndListsForParameters() {
        insert(1);
        insert(2);
        insert(3);
        executed.clear();

        assertThat(among(1, 2)).containsExactly(1L, 2L);
        assertThat(among(2, 3)).containsExactly(2L, 3L);
        assertThat(executed.get(0)).isSameAs(executed.get(1));
        assertThat(among(3)).containsExactly(3L);
        assertThat(executed.get(2)).isNotSameAs(executed.get(1));
    }

    @Test
    void soIsABatch() {
        batch(1, 2);
        batch(3, 4);

        assertThat(executed.get(0)).isSameAs(executed.get(1));
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void oneThatFailedIsClosedAndNotUsedAgain() throws SQLException {
        insert(1);
        assertThatThrownBy(() -> insert(1)).isInstanceOf(UnableToExecuteStatementException.class);
        insert(2);

        assertThat(executed.get(1).isClosed()).isTrue();
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void theSameSqlWithinItselfIsAStatementOfItsOwn() {
        IntStream.rangeClosed(1, 3).forEach(this::insert);

        List<Long> pairs = jdbi.withHandle(handle -> handle.createQuery("select number from shelf order by number")
                .map((row, context) -> row.getLong(1) * 10 + numbers(handle).size())
                .list());

        assertThat(pairs).containsExactly(13L, 23L, 33L);
    }

    @Test
    void ofManyThoseUsedLastAreKept() throws SQLException {
        for (int one = 0; one < MORE_THAN_ARE_KEPT; one++) {
            String sql = "select " + one;
            jdbi.useHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
        }

        assertThat(executed.get(0).isClosed()).isTrue();
        assertThat(executed.get(MORE_THAN_ARE_KEPT - 1).isClosed()).isFalse();
    }

    @Test
    void aPragmaIsPreparedEachTimeBecauseThatIsWhatCarriesItOut() throws SQLException {
        jdbi.useHandle(handle -> handle.execute("pragma synchronous = full"));

        assertThat(executed.get(0).isClosed()).isTrue();
    }

    private void insert(int number) {
        jdbi.useHandle(handle -> handle.execute(INSERT, number));
    }

    private void batch(long... numbers) {
        jdbi.useHandle(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("insert into shelf (number) values (:number)")) {
                Arrays.stream(numbers)
                        .forEach(number -> batch.bind("number", number).add());
                batch.execute();
            }
        });
    }

    private List<Long> among(long... numbers) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select number from shelf where number < :limit and number in (<numbers>) order by number")
                .bind("limit", MORE_THAN_ARE_KEPT)
                .bindList("numbers", Arrays.stream(numbers).boxed().toList())
                .mapTo(Long.class)
                .list());
    }

    private List<Long> numbers() {
        return jdbi.withHandle(KeptStatementsTest::numbers);
    }

    private static List<Long> numbers(Handle handle) {
        return handle.createQuery("select number from shelf order by number")
                .mapTo(Long.class)
                .list();
    }
}
