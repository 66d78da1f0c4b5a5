package com.optiply.picqer.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;

/** A server that several processes share. Readers see one moment from beginning to end, as they do on SQLite. */
final class PostgresqlDatabase implements Database {
    static final String PREFIX = "jdbc:postgresql:";
    private static final int CONNECTIONS_MAX = 10;
    /** Longer than any statement takes, so that a dead network is noticed at all. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofMinutes(2);

    /**
     * A machine that vanished in the middle of a transaction holds what it had locked until the server notices, which
     * takes hours by itself: none of ours stands still for so long, and none waits for so long for a lock.
     */
    private static final String SESSION = "set idle_in_transaction_session_timeout = '20s';"
            + " set lock_timeout = '10s';"
            + " set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    /** So no two machines are as far apart as an order waits to be looked for a second time (mapping.md, "Export"). */
    private static final Duration APART_MAX = Duration.ofSeconds(30);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final StoreSettings settings;
    private final AtomicLong reached = new AtomicLong();

    PostgresqlDatabase(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public void prepare() {
        // The database is made by whoever runs the server.
    }

    @Override
    public HikariConfig writers() {
        return connections("postgresql-writers");
    }

    @Override
    public HikariConfig readers() {
        HikariConfig config = connections("postgresql-readers");
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    private HikariConfig connections(String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        if (settings.password() != null) {
            config.setPassword(settings.password().reveal());
        }
        ServerTls.properties(settings.jdbcUrl()).forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("ApplicationName", "picqer-optiply");
        config.addDataSourceProperty("socketTimeout", String.valueOf(SOCKET_TIMEOUT.toSeconds()));
        config.addDataSourceProperty("logServerErrorDetail", "false"); // It quotes rows, which belong in no log.
        return config;
    }

    /** The driver keeps them by itself. */
    @Override
    public StatementBuilderFactory statements() {
        return DefaultStatementBuilder.FACTORY;
    }

    /** The server looks after its own pages. */
    @Override
    public void requireWhole(Handle handle) {}

    @Override
    public void requireSameTime(Handle handle) {
        OffsetDateTime there = handle.createQuery("select clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one();
        requireNear(there.toInstant(), Clock.systemUTC().instant());
    }

    static void requireNear(Instant there, Instant here) {
        Duration ahead = Duration.between(there, here);
        if (ahead.abs().compareTo(APART_MAX) > 0) {
            throw new StoreException("The clock of this machine is "
                    + ahead.abs().toSeconds() + " seconds "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " that of the database's server, which all"
                    + " machines share; at most " + APART_MAX.toSeconds() + " are safe. Let a time server keep both"
                    + " clocks, and start again.");
        }
    }

    @Override
    public void beginWriting(Handle handle, Durability durability) {
        handle.begin();
        handle.execute(
                switch (durability) {
                    case DURABLE -> "set local synchronous_commit = on";
                    case RELAXED -> "set local synchronous_commit = off";
                });
    }

    @Override
    public void beginReading(Handle handle) {
        handle.begin();
    }

    @Override
    public void commit(Handle handle) {
        handle.commit();
    }

    @Override
    public void rollback(Handle handle) {
        handle.rollback();
    }

    /** Backups of a server are its own: whoever puts one back while no process has it open says so. */
    @Override
    public long knownProgress() {
        return 0;
    }

    @Override
    public void requireReached(long known, long progress) {}

    @Override
    public void noteProgress(long progress) {
        reached.accumulateAndGet(progress, Math::max);
    }

    @Override
    public long reached() {
        return reached.get();
    }

    @Override
    public void forgetReached() {
        reached.set(0);
    }

    /** A server whose tables are gone says so by itself. */
    @Override
    public void requireInPlace() {}

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    /** Class 40: the server undid the transaction for the sake of another. */
    @Override
    public boolean isContention(SQLException error) {
        return sqlState(error).startsWith("40") || sqlState(error).equals(LOCK_NOT_AVAILABLE);
    }

    @Override
    public String explain(SQLException error) {
        String state = "The state in `" + settings.jdbcUrl().replaceFirst("\\?.*$", "") + "` ";
        String code = sqlState(error);
        return switch (code.length() < 2 ? "" : code.substring(0, 2)) {
            case "08" -> state + "cannot be reached. Check that PostgreSQL runs there and that the address is right"
                    + (isOnThisMachine()
                            ? "."
                            : ", and that it can be reached by TLS with a certificate that is trusted.");
            case "28" -> state + "refuses the user or the password. Correct `picqer-optiply.database.user` in the "
                    + "properties, or the password in the environment variable " + StoreSettings.PASSWORD_VARIABLE
                    + ".";
            case "3D" -> state + "is not there: the server has no such database. Make it with `createdb`.";
            case "25" -> state + "is read-only. Give the address of the primary server.";
            case "40", "55" -> state + "was too busy: the step was repeated and undone each time. Try again later.";
            case "42" -> state + "does not let this user do what is needed (" + code + "). Make the user owner of the "
                    + "database, and leave changes of its tables to this program.";
            case "53" -> state + "has run out of disk, memory or connections (" + code + "). Make room on the server.";
            case "57" -> state + "is shutting down or starting. The next run catches up by itself.";
            case "XX" -> state + "is damaged (" + code + "). Ask whoever runs the server to put back a backup.";
            default -> state + "refused a statement (" + code + "): " + error.getMessage();
        };
    }

    private boolean isOnThisMachine() {
        return ServerTls.properties(settings.jdbcUrl()).isEmpty();
    }

    private static String sqlState(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }
}
