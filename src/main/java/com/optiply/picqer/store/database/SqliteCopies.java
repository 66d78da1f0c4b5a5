package com.optiply.picqer.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Copies of a SQLite file: made while others write to it, checked, and put in its place. */
public final class SqliteCopies {
    /** What SQLite keeps beside a file that is in use, or was when its process died. */
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

    private SqliteCopies() {}

    /** Copies one moment of the file. Nobody has to wait, and there is no copy under that name until it is whole. */
    public static void make(Path file, Path copy) {
        if (Files.exists(copy)) {
            throw new StoreException("`" + copy + "` is there already and is not overwritten. Name another file.");
        }
        requireFile(file);
        Path part = beside(copy, ".part");
        try {
            Files.deleteIfExists(part);
            copyInto(file, part);
            check(part);
            toDisk(part);
            Files.move(part, copy);
        } catch (IOException failed) {
            throw new StoreException(
                    "`" + copy + "` cannot be written: " + failed.getMessage() + ". Name a file in a"
                            + " folder that this user may write to.",
                    failed);
        } finally {
            part.toFile().delete();
        }
    }

    /**
     * Puts a copy in the place of the file; what stood there is moved aside, not deleted.
     *
     * @param prepared does to the copy what has to be done before it is used, while it still has another name
     * @return what stood there before, under its new name; it may not have been there
     */
    public static Path putInPlace(Path copy, Path file, String asideSuffix, Consumer<Path> prepared) {
        requireFile(copy);
        check(copy);
        Path fresh = beside(file, ".restoring");
        Path aside = beside(file, asideSuffix);
        try {
            for (String companion : COMPANIONS) {
                Files.deleteIfExists(beside(fresh, companion));
            }
            copyInto(copy, fresh);
            OwnersFile.permitAs(file, fresh);
            prepared.accept(fresh);
            for (String companion : COMPANIONS) {
                moveIfThere(beside(file, companion), beside(aside, companion));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (IOException failed) {
            throw new StoreException(
                    "The copy cannot be put in the place of `" + file + "`: " + failed.getMessage()
                            + ". Let the user of this program write in its folder.",
                    failed);
        } finally {
            COMPANIONS.forEach(companion -> beside(fresh, companion).toFile().delete());
        }
    }

    /** Asked first whether it is there, a disk that fails would answer no, and the copy would take its place. */
    private static void moveIfThere(Path file, Path aside) throws IOException {
        try {
            Files.move(file, aside);
        } catch (NoSuchFileException missing) {
            // Nothing to keep.
        }
    }

    /** Who holds a lease in that file now. A file that is no use as a state is in nobody's use. */
    public static List<String> holders(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        List<String> holders = new ArrayList<>();
        try (Connection connection = open(file);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select holder from lease where expires_at > " + Dialect.SQLITE.now())) {
            while (rows.next()) {
                holders.add(rows.getString(1));
            }
            return holders;
        } catch (SQLException unusable) {
            if (new SqliteDatabase(SqliteDatabase.PREFIX + file).isContention(unusable)) {
                throw explained(file, unusable);
            }
            return List.of();
        }
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException("There is no database `" + file + "`: nothing to copy. Run the program first, or"
                    + " name a file that is there.");
        }
    }

    /** Takes a write-ahead log beside the file along, and leaves empty pages behind. */
    private static void copyInto(Path file, Path copy) throws IOException {
        OwnersFile.make(copy);
        try (Connection connection = open(file);
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        } catch (SQLException failed) {
            throw explained(file, failed);
        }
    }

    /** Whether every page of the copy can be read, and is a state of this program. */
    private static void check(Path copy) {
        try (Connection connection = open(copy);
                Statement statement = connection.createStatement()) {
            String found = text(statement, "pragma quick_check(1)");
            if (!found.equals("ok")) {
                throw new StoreException("`" + copy + "` is damaged (" + found + "). Use another copy.");
            }
            boolean isState = text(statement, "select count(*) from sqlite_master where name in ('link', 'adoption')")
                    .equals("2");
            if (!isState) {
                throw new StoreException("`" + copy + "` is a database, but no state of this program. Name another.");
            }
        } catch (SQLException unreadable) {
            throw explained(copy, unreadable);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection(SqliteDatabase.PREFIX + file);
    }

    private static StoreException explained(Path file, SQLException failed) {
        return new StoreException(new SqliteDatabase(SqliteDatabase.PREFIX + file).explain(failed), failed);
    }

    private static void toDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
