package com.optiply.picqer.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Counts the statements of one database by their text, and makes one of them go wrong: before it is carried out, or
 * after it, so that only its answer is lost; of a commit, too. Thread-safe.
 */
final class StatementFaults {
    /**
     * A file of this name, in a process of its own, ends that process once, as {@code kill -9} does: before its
     * statement of that number, or before the first that inserts into that table.
     */
    private static final Pattern HALTING = Pattern.compile("jdbc:sqlite:(.*halt-(before|at)-(\\w+)\\.db)");

    private static final int KILLED = 137;
    private static final Map<String, StatementFaults> CHILDREN = new ConcurrentHashMap<>();

    /** What goes wrong. */
    enum When {
        BEFORE,
        AFTER
    }

    private record Target(String sql, int occurrence, When when) {}

    private final Map<String, Integer> counts = new TreeMap<>();
    private final AtomicInteger statements = new AtomicInteger();
    private Predicate<String> isEnd = sql -> false;
    private @Nullable Path ended;
    private @Nullable Target target;
    private @Nullable String struck;

    static @Nullable StatementFaults ofChild(String url) {
        Matcher name = HALTING.matcher(url);
        if (!name.find()) {
            return null;
        }
        return CHILDREN.computeIfAbsent(url, one -> {
            StatementFaults faults = new StatementFaults();
            String where = name.group(3);
            faults.isEnd = name.group(2).equals("at")
                    ? sql -> sql.startsWith("insert into " + where + " ")
                    : sql -> faults.statements.get() == Integer.parseInt(where);
            faults.ended = Path.of(name.group(1) + ".ended");
            return faults;
        });
    }

    /** From now on nothing has been counted, and nothing goes wrong. */
    synchronized void clear() {
        counts.clear();
        target = null;
        struck = null;
    }

    /** From now on counts anew; that occurrence of that statement goes wrong. */
    synchronized void arm(String sql, int occurrence, When when) {
        clear();
        target = new Target(sql, occurrence, when);
    }

    /** How often each statement was made. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    synchronized boolean hasStruck() {
        return struck != null;
    }

    /** Throws for a statement that is not to be carried out; whether its answer is to be lost. */
    boolean strike(String text) throws SQLException {
        statements.incrementAndGet();
        String sql = text.replaceAll("\\s+", " ").strip();
        if (isEnd.test(sql)) {
            endOnce();
        }
        When when = struck(sql);
        if (when == When.BEFORE) {
            throw broken();
        }
        return when == When.AFTER;
    }

    private void endOnce() {
        Path note = Objects.requireNonNull(ended);
        try {
            Files.createFile(note);
            Runtime.getRuntime().halt(KILLED);
        } catch (FileAlreadyExistsException endedBefore) {
            isEnd = sql -> false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized @Nullable When struck(String sql) {
        int count = counts.merge(sql, 1, Integer::sum);
        Target aim = target;
        if (aim == null
                || struck != null
                || count != aim.occurrence()
                || !aim.sql().equals(sql)) {
            return null;
        }
        struck = sql;
        return aim.when();
    }

    static SQLException broken() {
        return new SQLException("The disk failed, as the test wants it.", "", SQLiteErrorCode.SQLITE_IOERR.code);
    }
}
