package com.optiply.picqer.store.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementBuilderFactory;

/** Where SQLite and PostgreSQL differ: connections, transactions, the clock, and what their errors mean. */
public sealed interface Database permits SqliteDatabase, PostgresqlDatabase {
    static Database at(StoreSettings settings) {
        if (settings.jdbcUrl().startsWith(SqliteDatabase.PREFIX)) {
            return new SqliteDatabase(settings.jdbcUrl());
        }
        if (settings.jdbcUrl().startsWith(PostgresqlDatabase.PREFIX)) {
            return new PostgresqlDatabase(settings);
        }
        throw new StoreException("The address of the state must begin with "
                + String.join(" or ", List.of(SqliteDatabase.PREFIX, PostgresqlDatabase.PREFIX))
                + ". Correct it, or leave it out for the default, a file beside the program.");
    }

    /** Makes what must be there before the first connection. */
    void prepare();

    HikariConfig writers();

    HikariConfig readers();

    /** Who prepares the statements of one pool. */
    StatementBuilderFactory statements();

    /** Refuses a state of which a part cannot be read, before anything rests on it. */
    void requireWhole(Handle handle);

    /** Refuses to work beside machines that have another time: what one waits for was noted by another's clock. */
    void requireSameTime(Handle handle);

    void beginWriting(Handle handle, Durability durability);

    void beginReading(Handle handle);

    void commit(Handle handle);

    void rollback(Handle handle);

    Dialect dialect();

    /** How far the state that was last used here had come, as far as that is known; to be asked before the state is. */
    long knownProgress();

    /** Refuses a state that has not come as far as the one that was last used here. */
    void requireReached(long known, long progress);

    /** Keeps apart from the state how far it has come. */
    void noteProgress(long progress);

    /** How far a server was seen to have come since it was opened; 0 where a state cannot fall back meanwhile. */
    long reached();

    /** Begins anew with that, once it is noted in the state that it fell back. */
    void forgetReached();

    /** Refuses to go on where the state was deleted or replaced while it is open, which its own answers hide. */
    void requireInPlace();

    /** Whether the transaction failed only because of others at the same time, and is worth repeating as a whole. */
    boolean isContention(SQLException error);

    /** What is wrong and what a person can do, in two sentences and without any value that was being written. */
    String explain(SQLException error);
}
