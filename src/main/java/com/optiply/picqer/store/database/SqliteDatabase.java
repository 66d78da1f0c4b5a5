package com.optiply.picqer.store.database;

import static org.sqlite.SQLiteErrorCode.SQLITE_BUSY;
import static org.sqlite.SQLiteErrorCode.SQLITE_LOCKED;
import static org.sqlite.SQLiteOpenMode.CREATE;
import static org.sqlite.SQLiteOpenMode.NOMUTEX;
import static org.sqlite.SQLiteOpenMode.OPEN_URI;
import static org.sqlite.SQLiteOpenMode.READWRITE;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.sqlite.SQLiteErrorCode;

/**
 * A file. It has one writer at a time, so there is one writing connection and whoever writes queues for it: within a
 * process nobody is ever refused as busy. Readers have connections of their own and, by write-ahead logging, neither
 * wait nor make others wait.
 *
 * <p>Transactions are spelt out in SQL, because the driver's own {@code commit()} begins the next one at once: that
 * would take the write lock for nothing, and could fail after the commit had succeeded.
 */
public final class SqliteDatabase implements Database {
    public static final String PREFIX = "jdbc:sqlite:";
    /** For another process that writes; as the transaction is repeated, it has half a minute in all. */
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(6);
    /** For the turn to write among the threads of this process. */
    private static final Duration TURN_TIMEOUT = Duration.ofMinutes(1);

    private static final int READERS_MAX = 8;

    /** Without SQLite's own lock around every call: the pool and the driver let one thread at a connection. */
    private static final String OPEN_MODE = String.valueOf(READWRITE.flag | CREATE.flag | OPEN_URI.flag | NOMUTEX.flag);

    private static final String DAMAGED = "is damaged or is no database. Put back a backup; or move it and the file "
            + "`.mark` beside it away, and Optiply is read once and its records are linked again, none created twice.";

    private final String jdbcUrl;
    private final Path file;
    private final StateMark mark;
    private final Duration busyTimeout;
    private volatile Optional<Object> opened = Optional.empty();

    public SqliteDatabase(String jdbcUrl) {
        this(jdbcUrl, BUSY_TIMEOUT);
    }

    public SqliteDatabase(String jdbcUrl, Duration busyTimeout) {
        String address = jdbcUrl.substring(PREFIX.length()).replaceFirst("^file:", "");
        if (address.isEmpty() || address.contains(":memory:") || address.contains("mode=memory")) {
            throw new StoreException("The state must be kept in a file, and `" + jdbcUrl + "` is memory. "
                    + "Name a file: `" + StoreSettings.DEFAULT.jdbcUrl() + "`.");
        }
        this.jdbcUrl = jdbcUrl;
        this.file = Path.of(address.replaceFirst("\\?.*$", ""));
        this.mark = new StateMark(file);
        this.busyTimeout = busyTimeout;
    }

    @Override
    public void prepare() {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "The folder `" + folder + "` for the state cannot be made. "
                            + "Make it, and let the user of this program write to it.",
                    e);
        }
        mark.requireState();
        if (Files.notExists(file)) {
            mark.begin();
            makeFile();
        }
    }

    private void makeFile() {
        try {
            OwnersFile.make(file);
        } catch (IOException e) {
            throw new StoreException(
                    "The state in `" + file + "` cannot be made. Let the user of this program write in its folder.", e);
        }
    }

    @Override
    public HikariConfig writers() {
        HikariConfig config = connections("sqlite-writer");
        config.setMaximumPoolSize(1);
        return config;
    }

    @Override
    public HikariConfig readers() {
        HikariConfig config = connections("sqlite-readers");
        config.setMaximumPoolSize(READERS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionInitSql("pragma query_only = true");
        return config;
    }

    private HikariConfig connections(String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(jdbcUrl);
        config.setMaxLifetime(0); // A file does not go away behind a connection as a server does.
        config.setConnectionTimeout(TURN_TIMEOUT.toMillis());
        config.addDataSourceProperty("busy_timeout", String.valueOf(busyTimeout.toMillis()));
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("open_mode", OPEN_MODE);
        return config;
    }

    @Override
    public StatementBuilderFactory statements() {
        return new KeptStatements();
    }

    /** A page that is damaged may else be met only when half of a run has been sent. */
    @Override
    public void requireWhole(Handle handle) {
        String found =
                handle.createQuery("pragma quick_check(1)").mapTo(String.class).one();
        if (!found.equals("ok")) {
            throw new StoreException("The state in `" + file + "` " + DAMAGED);
        }
        opened = keyOfFile();
    }

    /** It is of one machine. */
    @Override
    public void requireSameTime(Handle handle) {}

    /** Which file it is, whatever its name; empty where it is gone. */
    private Optional<Object> keyOfFile() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** What is written to a file that was deleted while it is open goes with the process. */
    @Override
    public void requireInPlace() {
        if (!opened.equals(keyOfFile())) {
            throw new StoreException("The state in `" + file + "` was deleted or replaced while the program has it "
                    + "open, and nothing is sent that could not be remembered. Stop the program, put the file back or "
                    + "`restore` a backup, and start it again.");
        }
    }

    @Override
    public void beginWriting(Handle handle, Durability durability) {
        handle.execute(
                switch (durability) {
                    case DURABLE -> "pragma synchronous = full";
                    case RELAXED -> "pragma synchronous = normal";
                });
        handle.execute("begin immediate");
    }

    @Override
    public void beginReading(Handle handle) {
        handle.execute("begin deferred");
    }

    @Override
    public void commit(Handle handle) {
        handle.execute("commit");
    }

    @Override
    public void rollback(Handle handle) {
        handle.execute("rollback");
    }

    @Override
    public long knownProgress() {
        return mark.read();
    }

    @Override
    public void requireReached(long known, long progress) {
        mark.requireReached(known, progress);
    }

    @Override
    public void noteProgress(long progress) {
        requireInPlace();
        mark.write(progress);
    }

    /** A file falls back only where another takes its place. */
    @Override
    public long reached() {
        return 0;
    }

    @Override
    public void forgetReached() {}

    public Path file() {
        return file;
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public boolean isContention(SQLException error) {
        return code(error) == SQLITE_BUSY || code(error) == SQLITE_LOCKED;
    }

    @Override
    public String explain(SQLException error) {
        String state = "The state in `" + file + "` ";
        return switch (code(error)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> state
                    + "is locked by another program. Close what has it open (a second service, a "
                    + "database browser, a backup), then try again.";
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH -> state
                    + "cannot be opened for writing. Let the user of this program write the file "
                    + "and its folder, and see that no folder stands in its place.";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> state + DAMAGED;
            case SQLITE_FULL -> state + "cannot grow: the disk is full. Make room; the next run catches up by itself.";
            case SQLITE_IOERR -> state + "cannot be read or written: the disk reports an error. Check the disk.";
            default -> state + "refused a statement: " + error.getMessage();
        };
    }

    /** SQLite's primary result code, the low byte of the extended one. */
    private static SQLiteErrorCode code(SQLException error) {
        return SQLiteErrorCode.getErrorCode(error.getErrorCode() & 0xff);
    }
}
