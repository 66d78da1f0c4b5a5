package com.optiply.picqer.store;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.store.database.Database;
import com.optiply.picqer.store.database.SqliteDatabase;
import com.optiply.picqer.store.database.StateMark;
import com.optiply.picqer.store.database.StoreSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real database: a file of its own, or a database of its own on a server that the JVM shares. */
public final class TestDatabase {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** Which database. */
    public enum Product {
        SQLITE,
        POSTGRESQL
    }

    private final Product product;
    private final List<Store> others = new CopyOnWriteArrayList<>();
    private final List<String> tables = new ArrayList<>();
    private @Nullable Path folder;
    private @Nullable StoreSettings settings;
    private @Nullable Store store;

    public TestDatabase(Product product) {
        this.product = product;
    }

    public void begin() {
        try {
            folder = ScratchFolder.create("store");
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
        settings = fresh();
        store = Store.open(settings);
    }

    boolean isOpen() {
        return store != null;
    }

    public void end() {
        if (!isOpen()) {
            return;
        }
        store().close();
        store = null;
        ScratchFolder.remove(folder());
    }

    public Product product() {
        return product;
    }

    public Store store() {
        return Objects.requireNonNull(store);
    }

    /** A folder that goes with the database. */
    public Path folder() {
        return Objects.requireNonNull(folder);
    }

    public StoreSettings settings() {
        return Objects.requireNonNull(settings);
    }

    /** A second store on the same database, as a second process has it; closed after the test. */
    public Store another() {
        return open(settings());
    }

    /** A store that is closed after the test. */
    public Store open(StoreSettings where) {
        Store other = Store.open(where);
        others.add(other);
        return other;
    }

    /** A place where no state is yet. */
    public StoreSettings fresh() {
        String name = "test" + NUMBERS.incrementAndGet();
        return new StoreSettings(
                switch (product) {
                    case SQLITE -> "jdbc:sqlite:" + folder().resolve(name + ".db");
                    case POSTGRESQL -> Server.create(name);
                },
                null,
                null);
    }

    /** A place with a state in which nothing is: as the program leaves it that was only started. */
    public StoreSettings prepared() {
        String name = "prepared" + NUMBERS.incrementAndGet();
        return switch (product) {
            case SQLITE -> {
                Path file = folder().resolve(name + ".db");
                EmptyState.copyTo(file);
                yield new StoreSettings("jdbc:sqlite:" + file, null, null);
            }
            case POSTGRESQL -> new StoreSettings(Server.copyOf(Server.EMPTY, name), null, null);
        };
    }

    /** Takes such a place away again, with what is in it: hundreds of them fill a disk. */
    public void remove(StoreSettings place) throws SQLException, IOException {
        switch (product) {
            case SQLITE -> {
                Path file = Path.of(place.jdbcUrl().replaceFirst("jdbc:sqlite:", ""));
                for (String suffix : List.of("", "-wal", "-shm", ".mark")) {
                    Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
                }
            }
            case POSTGRESQL -> {
                String name = place.jdbcUrl().replaceFirst("^.*/(\\w+)\\?.*$", "$1");
                execute(settings(), "drop database " + name + " with (force)");
            }
        }
    }

    /** Past the store, for what only somebody else would do to it. */
    public void execute(StoreSettings where, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(where.jdbcUrl());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The one value that a query past the store gives. */
    public String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings().jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void empty() throws SQLException {
        if (tables.isEmpty()) {
            tables.addAll(tables());
        }
        Stream<String> statements = tables.stream().map(TestDatabase::emptying);
        execute(
                settings(),
                switch (product) {
                    case SQLITE -> statements.toArray(String[]::new);
                    case POSTGRESQL -> new String[] {statements.collect(joining("; "))};
                });
        forgetMark();
    }

    private List<String> tables() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(settings().jdbcUrl());
                ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                all.add(rows.getString("TABLE_NAME"));
            }
        }
        all.remove("flyway_schema_history");
        return all;
    }

    /** How far a server has come stays: else it would have gone back while stores have it open. */
    private static String emptying(String table) {
        return "delete from " + table + (table.equals("counter") ? " where name <> 'progress'" : "");
    }

    /** It would tell the emptied state from the one that was filled. */
    private void forgetMark() {
        if (Database.at(settings()) instanceof SqliteDatabase sqlite) {
            new StateMark(sqlite.file()).remove();
        }
    }

    public int connectionsInUse() {
        return Stream.concat(Stream.of(store()), others.stream())
                .mapToInt(Store::connectionsInUse)
                .sum();
    }

    public void closeOthers() {
        others.forEach(Store::close);
        others.clear();
    }

    /** One server for the JVM; the library stops it when the JVM ends. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();
        /** A database that is copied and not used. */
        static final String EMPTY = makeEmpty();

        static String create(String name) {
            return copyOf("template1", name);
        }

        private static String makeEmpty() {
            String name = "empty_state";
            Store.open(new StoreSettings(create(name), null, null)).close();
            return name;
        }

        static String copyOf(String template, String name) {
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return POSTGRES.getJdbcUrl("postgres", name);
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(ScratchFolder.create("postgres"))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
