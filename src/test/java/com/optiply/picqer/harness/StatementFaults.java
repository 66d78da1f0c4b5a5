package com.optiply.picqer.harness;

import com.optiply.picqer.store.TestDatabase.Product;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Counts the statements of one database by their text, and makes one of them go wrong: before it is carried out, or
 * after it, so that only its answer is lost; of a commit, too. Thread-safe.
 */
final class StatementFaults {
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

    private final @Nullable Halt halt;
    private final Map<String, Integer> counts = new TreeMap<>();
    private @Nullable Target target;
    private @Nullable String struck;

    StatementFaults() {
        this(null);
    }

    /** @param halt where the process is to end; null: nowhere */
    StatementFaults(@Nullable Halt halt) {
        this.halt = halt;
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
        String sql = oneLine(text);
        if (halt != null) {
            halt.before(sql);
        }
        return struck(sql);
    }

    /** It was carried out. */
    void done(String text) {
        if (halt != null) {
            halt.after(oneLine(text));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
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
