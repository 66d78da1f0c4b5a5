package com.optiply.picqer.store;

import com.optiply.picqer.store.database.Database;
import com.optiply.picqer.store.database.SqliteCopies;
import com.optiply.picqer.store.database.SqliteDatabase;
import com.optiply.picqer.store.database.StateMark;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.database.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** Backups of the state, and how they are put back (src/docs/operations.md). */
public final class StateCopies {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private StateCopies() {}

    /** Copies the state as it is at one moment, whoever writes to it meanwhile. */
    public static void make(StoreSettings settings, Path copy) {
        if (!(Database.at(settings) instanceof SqliteDatabase sqlite)) {
            throw new StoreException("The state is in PostgreSQL, which makes its own backups: `pg_dump -Fc -f FILE "
                    + "DATABASE`. Put one back with `pg_restore`, and then say so: `restore` (without a file).");
        }
        SqliteCopies.make(sqlite.file(), copy);
    }

    /** Puts a copy in the place of the state, where it is certain that nothing uses that. */
    static Path putInPlace(StoreSettings settings, Path copy, Clock clock) {
        return putInPlace(settings, copy, clock, holders -> {});
    }

    /**
     * Puts a copy in the place of the state, and notes that it is one. Nothing may use the state meanwhile.
     *
     * @param requireUnused is told which processes say that they work on the state, and throws if one of them does:
     *     before anything is done, and when the copy is ready, which takes its time
     * @return where the state that stood there lies now
     */
    public static Path putInPlace(
            StoreSettings settings, Path copy, Clock clock, Consumer<List<String>> requireUnused) {
        if (!(Database.at(settings) instanceof SqliteDatabase sqlite)) {
            throw new StoreException(
                    "The state is in PostgreSQL. Put the backup back with `pg_restore`, and then say so:"
                            + " `restore` (without a file).");
        }
        Path file = sqlite.file();
        requireUnused.accept(SqliteCopies.holders(file));
        String suffix = ".before-restore-" + NAME.format(clock.instant());
        Path aside = SqliteCopies.putInPlace(copy, file, suffix, fresh -> {
            acceptPutBack(new StoreSettings(SqliteDatabase.PREFIX + fresh, null, null), holders -> {});
            new StateMark(fresh).remove();
            requireUnused.accept(SqliteCopies.holders(file));
        });
        new StateMark(file).remove();
        Store.open(settings).close();
        return aside;
    }

    /**
     * Notes that the state that stands there was put back by other means.
     *
     * @param requireUnused is told which processes say that they work on the state, and throws if one of them does
     */
    public static void acceptPutBack(StoreSettings settings, Consumer<List<String>> requireUnused) {
        Database database = Database.at(settings);
        if (database instanceof SqliteDatabase sqlite) {
            requireUnused.accept(SqliteCopies.holders(sqlite.file()));
            StateMark mark = new StateMark(sqlite.file());
            mark.requireState();
            mark.remove();
        }
        try (Store store = Store.open(database)) {
            store.saveDurably(tx -> {
                requireUnused.accept(tx.leases().holders());
                tx.notePutBack();
            });
        }
    }
}
