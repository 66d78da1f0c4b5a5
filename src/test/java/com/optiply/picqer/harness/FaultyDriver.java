package com.optiply.picqer.harness;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's driver, for the files that a test names, with every statement going past {@link StatementFaults}. It stands
 * before SQLite's own in the list of drivers ({@code META-INF/services}), and leaves all other files to that one.
 */
public final class FaultyDriver implements Driver {
    private static final Map<String, StatementFaults> BY_FILE = new ConcurrentHashMap<>();

    static {
        try {
            DriverManager.registerDriver(new FaultyDriver());
        } catch (SQLException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Not before it is needed: it enters itself in the list of drivers, and has to come after this one. */
    private static final class Real {
        private static final Driver SQLITE = new org.sqlite.JDBC();
    }

    /** From now on, the statements of this file. */
    static StatementFaults of(String file) {
        return BY_FILE.computeIfAbsent(file, one -> new StatementFaults());
    }

    static void forget(String file) {
        BY_FILE.remove(file);
    }

    private static @Nullable StatementFaults at(String url) {
        return BY_FILE.entrySet().stream()
                .filter(entry -> url.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> StatementFaults.ofChild(url));
    }

    @Override
    public boolean acceptsURL(String url) {
        return at(url) != null;
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        StatementFaults faults = at(url);
        if (faults == null) {
            return null;
        }
        Connection connection = Real.SQLITE.connect(url, properties);
        return connection == null ? null : watched(Connection.class, connection, new OfConnection(connection, faults));
    }

    private static <T> T watched(Class<T> type, T real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultyDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record OfConnection(Connection real, StatementFaults faults) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object made = call(real, method, arguments);
            if (made instanceof PreparedStatement prepared && arguments != null) {
                String sql = (String) arguments[0];
                return watched(PreparedStatement.class, prepared, new OfStatement(prepared, sql, faults));
            }
            return made instanceof Statement plain
                    ? watched(Statement.class, plain, new OfStatement(plain, null, faults))
                    : made;
        }
    }

    private record OfStatement(Statement real, @Nullable String prepared, StatementFaults faults)
            implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(real, method, arguments);
            }
            String sql = prepared == null && arguments != null ? (String) arguments[0] : prepared;
            boolean isStruckAfter = faults.strike(sql == null ? "a batch" : sql);
            Object answer = call(real, method, arguments);
            if (isStruckAfter) {
                throw StatementFaults.broken();
            }
            return answer;
        }
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return Real.SQLITE.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return Real.SQLITE.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return Real.SQLITE.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return Real.SQLITE.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("com.optiply.picqer.harness");
    }
}
