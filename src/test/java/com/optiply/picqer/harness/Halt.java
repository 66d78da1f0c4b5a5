package com.optiply.picqer.harness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ends its process as {@code kill -9} does, at one point of what it says to its database. The address of the state
 * names the point, so that the program itself knows nothing of it: {@code halt=before-17} is before its statement of
 * that number, {@code halt=inserting-link_row} and {@code halt=deleting-intent} before the first such statement, {@code
 * halt=saved-intent} after the commit of the first transaction that inserted into that table. Thread-safe.
 */
public final class Halt {
    /** What a process that was killed ends with. */
    public static final int KILLED = 137;

    private static final Pattern POINT = Pattern.compile("[?&]halt=(before|inserting|deleting|saved)-(\\w+)");
    private static final Map<String, Halt> BY_URL = new ConcurrentHashMap<>();

    private final String when;
    private final String what;
    private final AtomicInteger statements = new AtomicInteger();
    private final ThreadLocal<Boolean> hasInserted = ThreadLocal.withInitial(() -> false);

    private Halt(String when, String what) {
        this.when = when;
        this.what = what;
    }

    /** Of all connections to that address; null where it names no point. */
    static @Nullable Halt at(String url) {
        Matcher point = POINT.matcher(url);
        return point.find() ? BY_URL.computeIfAbsent(url, one -> new Halt(point.group(1), point.group(2))) : null;
    }

    /** The address with a point in it. */
    public static String in(String url, String point) {
        return url + (url.contains("?") ? "&" : "?") + "halt=" + point;
    }

    /** The address as the driver understands it. */
    static String without(String url) {
        return POINT.matcher(url).replaceFirst("");
    }

    void before(String sql) {
        boolean isHere =
                switch (when) {
                    case "before" -> statements.incrementAndGet() == Integer.parseInt(what);
                    case "inserting" -> sql.startsWith("insert into " + what + " ");
                    case "deleting" -> sql.startsWith("delete from " + what + " ");
                    default -> false;
                };
        if (isHere) {
            halt();
        }
    }

    void after(String sql) {
        if (!when.equals("saved")) {
            return;
        }
        if (sql.startsWith("insert into " + what + " ")) {
            hasInserted.set(true);
        } else if (sql.equals("rollback")) {
            hasInserted.set(false);
        } else if (sql.equals("commit") && hasInserted.get()) {
            halt();
        }
    }

    private static void halt() {
        Runtime.getRuntime().halt(KILLED);
    }
}
