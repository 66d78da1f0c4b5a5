package com.optiply.picqer.harness;

import com.optiply.picqer.store.TestDatabase.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
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

    /** What goes wrong, and on which database it does. */
    enum When {
        /** The disk fails before the statement is carried out. */
        BEFORE(Product.SQLITE, false, false, "", SQLiteErrorCode.SQLITE_IOERR.code),
        /** It fails after that, so that only the answer is lost. */
        AFTER(Product.SQLITE, true, false, "", SQLiteErrorCode.SQLITE_IOERR.code),
        /** The server refuses the statement, for want of room. */
        REFUSED(Product.POSTGRESQL, false, false, "53100", 0),
        /** The connection is cut before the statement arrives. */
        CUT_BEFORE(Product.POSTGRESQL, false, true, "08006", 0),
        /** It is cut after the statement was carried out, so that only the answer is lost. */
        CUT_AFTER(Product.POSTGRESQL, true, true, "08006", 0);

        private final Product product;
        private final boolean isCarriedOut;
        private final boolean isCut;
        private final String sqlState;
        private final int code;

        When(Product product, boolean isCarriedOut, boolean isCut, String sqlState, int code) {
            this.product = product;
            this.isCarriedOut = isCarriedOut;
            this.isCut = isCut;
            this.sqlState = sqlState;
            this.code = code;
        }

        /** All that can go wrong there. */
        static List<When> on(Product product) {
            return Arrays.stream(values())
                    .filter(when -> when.product == product)
                    .toList();
        }

        boolean isCarriedOut() {
            return isCarriedOut;
        }

        boolean isCut() {
            return isCut;
        }

        SQLException error() {
            return new SQLException("The database failed, as the test wants it.", sqlState, code);
        }
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

    /** What goes wrong with the statement; null: nothing does. */
    @Nullable
    When strike(String text) {
        statements.incrementAndGet();
        String sql = text.replaceAll("\\s+", " ").strip();
        if (isEnd.test(sql)) {
            endOnce();
        }
        return struck(sql);
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
}
