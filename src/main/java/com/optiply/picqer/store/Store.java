package com.optiply.picqer.store;

import com.optiply.picqer.store.database.Database;
import com.optiply.picqer.store.database.Durability;
import com.optiply.picqer.store.database.Schema;
import com.optiply.picqer.store.database.SqlErrors;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.database.StoreSettings;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The state: everything that must outlive the process. Thread-safe.
 *
 * <p>All access is by transactions. What throws is undone as a whole; what fails only because of others at the same
 * time is repeated as a whole, so work given here must have no effects but on the transaction. Any failure of the
 * database itself is a {@link StoreException}; exceptions of the work itself come through as they are.
 */
public final class Store implements AutoCloseable {
    private static final int ATTEMPTS_MAX = 5;
    private static final int OPEN_ATTEMPTS_MAX = 3;
    /** One for all: it remembers what it has read, and the two ways to the state say much the same. */
    private static final SqlParser SQL_PARSER = new ColonPrefixSqlParser();

    private final Database database;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Connections writing;
    private final Connections reading;
    private final ThreadLocal<Boolean> isWriting = ThreadLocal.withInitial(() -> false);

    private record Connections(Jdbi jdbi, HikariDataSource pool) {}

    private Store(Database database, HikariDataSource writers, HikariDataSource readers) {
        this.database = database;
        this.writers = writers;
        this.readers = readers;
        this.writing = new Connections(jdbi(database, writers), writers);
        this.reading = new Connections(jdbi(database, readers), readers);
    }

    /**
     * Opens the state, makes it when it is not there, and brings its tables to the form of this version.
     *
     * @throws StoreException when that cannot be done; a state that cannot be read is never begun anew
     */
    public static Store open(StoreSettings settings) {
        return open(Database.at(settings));
    }

    /**
     * Two processes may make the same new file, and SQLite lets the slower one fail on what the other is making: it
     * finds it made when it looks again.
     */
    static Store open(Database database) {
        database.prepare();
        for (int attempt = 1; ; attempt++) {
            try {
                return opened(database);
            } catch (PoolInitializationException | FlywayException | JdbiException e) {
                if (attempt == OPEN_ATTEMPTS_MAX) {
                    throw explained(database, e);
                }
            }
        }
    }

    private static Store opened(Database database) {
        HikariDataSource writers = new HikariDataSource(database.writers());
        try {
            requireUsable(database, writers);
            Schema.migrate(writers, () -> working(database, writers));
        } catch (RuntimeException e) {
            writers.close();
            throw e;
        }
        Store store = new Store(database, writers, new HikariDataSource(database.readers()));
        try {
            long known = database.knownProgress(); // Before the state itself: other processes go on meanwhile.
            database.requireReached(known, store.read(Transaction::progress));
            store.saveDurably(Transaction::goOn);
            store.noteProgress();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Its turn to write can be had, it is whole, and it has the time that this machine has. The library that migrates
     * would keep the connection to itself when another program has the lock, and wait for it.
     */
    private static void requireUsable(Database database, HikariDataSource writers) {
        try (Handle handle = jdbi(database, writers).open()) {
            database.beginWriting(handle, Durability.DURABLE);
            database.rollback(handle);
            database.requireWhole(handle);
            database.requireSameTime(handle);
        }
    }

    private static List<String> working(Database database, HikariDataSource writers) {
        return jdbi(database, writers).withHandle(handle -> new Leases(handle, database.dialect()).holders());
    }

    /** Notes, apart from the state, how far it has come: an older copy in its place is then told from it. */
    public void noteProgress() {
        database.noteProgress(read(Transaction::progress));
    }

    /**
     * Refuses to go on, once, where a server has fallen back to an earlier moment while it is open: a standby that took
     * over without the last commits, or a backup that somebody put back meanwhile. What it lost is in Optiply, so it is
     * noted as put back (src/docs/decisions/22), for this process and for all others.
     */
    public void requireReached() {
        long reached = database.reached(); // Before the state itself: others go on meanwhile.
        if (reached > 0 && read(Transaction::progress) < reached) {
            saveDurably(Transaction::notePutBack);
            database.forgetReached();
            throw new StoreException("The state went back to an earlier moment while the program has it open, as when"
                    + " a standby takes over that lacks the last commits, or a backup is put back. So it does not know"
                    + " all that is in Optiply. That is noted, as by `restore`: the next run lists Optiply first, and"
                    + " nothing is created twice.");
        }
    }

    /**
     * Refuses to go on where the state was deleted or replaced while it is open: it still answers then, and forgets all
     * when the process ends. It costs one question to the file system.
     */
    public void requireInPlace() {
        database.requireInPlace();
    }

    /** Writes, and returns when it is on disk. Not to be used within another write. */
    public <T> T durably(Function<Transaction, T> work) {
        return write(Durability.DURABLE, work);
    }

    /** {@link #durably} for work that returns nothing. */
    public void saveDurably(Consumer<Transaction> work) {
        durably(returningNothing(work));
    }

    /**
     * Writes, and returns at once: it is on disk with the next durable write at the latest, and a crash of the machine
     * before may undo it. Not to be used within another write.
     */
    public <T> T relaxed(Function<Transaction, T> work) {
        return write(Durability.RELAXED, work);
    }

    /** {@link #relaxed} for work that returns nothing. */
    public void saveRelaxed(Consumer<Transaction> work) {
        relaxed(returningNothing(work));
    }

    /** Reads one moment of the state from beginning to end; writing is refused. */
    public <T> T read(Function<Transaction, T> work) {
        return repeated(reading, database::beginReading, work);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    /** How many connections are in use now: none between transactions. */
    int connectionsInUse() {
        return writers.getHikariPoolMXBean().getActiveConnections()
                + readers.getHikariPoolMXBean().getActiveConnections();
    }

    private static Function<Transaction, Boolean> returningNothing(Consumer<Transaction> work) {
        return transaction -> {
            work.accept(transaction);
            return true;
        };
    }

    /** On SQLite a write within a write would wait for itself, so it is refused everywhere. */
    private <T> T write(Durability durability, Function<Transaction, T> work) {
        if (isWriting.get()) {
            throw new IllegalStateException("a write within a write: use the transaction at hand");
        }
        isWriting.set(true);
        try {
            return repeated(writing, handle -> database.beginWriting(handle, durability), work);
        } finally {
            isWriting.remove();
        }
    }

    private <T> T repeated(Connections connections, Consumer<Handle> begin, Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(connections, begin, work);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS_MAX || !isContention(e)) {
                    throw explained(database, e);
                }
            }
        }
    }

    private <T> T once(Connections connections, Consumer<Handle> begin, Function<Transaction, T> work) {
        try (Handle handle = connections.jdbi().open()) {
            begin(handle, connections, begin);
            try {
                T result = work.apply(new Transaction(handle, database.dialect()));
                database.commit(handle);
                return result;
            } catch (RuntimeException | Error e) {
                undo(handle, connections.pool(), e);
                throw e;
            }
        }
    }

    /** Where even that fails, a transaction may stand open all the same: the connection is not used again. */
    private static void begin(Handle handle, Connections connections, Consumer<Handle> begin) {
        try {
            begin.accept(handle);
        } catch (RuntimeException | Error e) {
            connections.pool().evictConnection(handle.getConnection());
            throw e;
        }
    }

    /** A connection that cannot even undo is in a state that nobody knows, so it is not used again. */
    private void undo(Handle handle, HikariDataSource pool, Throwable reason) {
        try {
            database.rollback(handle);
        } catch (JdbiException e) {
            reason.addSuppressed(e);
            pool.evictConnection(handle.getConnection());
        }
    }

    private boolean isContention(JdbiException failure) {
        return SqlErrors.in(failure).filter(database::isContention).isPresent();
    }

    private static StoreException explained(Database database, RuntimeException failure) {
        Optional<SQLException> error = SqlErrors.in(failure);
        return new StoreException(error.map(database::explain).orElseGet(failure::getMessage), failure);
    }

    private static Jdbi jdbi(Database database, HikariDataSource connections) {
        Jdbi jdbi = Jdbi.create(connections).installPlugin(new ColumnTypes());
        jdbi.setStatementBuilderFactory(database.statements());
        jdbi.getConfig(SqlStatements.class).setSqlParser(SQL_PARSER);
        // The other renderings quote what was being written.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.SHORT_STATEMENT);
        return jdbi;
    }
}
