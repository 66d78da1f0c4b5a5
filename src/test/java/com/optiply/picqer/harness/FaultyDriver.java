package com.optiply.picqer.harness;

import com.optiply.picqer.harness.StatementFaults.When;
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
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's driver and PostgreSQL's, for the databases that a test names, with every statement and every commit going
 * past {@link StatementFaults}. It stands before their own in the list of drivers, whichever of them are loaded first,
 * and leaves all other databases to those.
 */
public final class FaultyDriver implements Driver {
    private static final Map<String, StatementFaults> BY_URL = new ConcurrentHashMap<>();

    static {
        try {
            // Some are there first: where the jars come before the tests, or a server was started before.
            List<Driver> others = DriverManager.drivers().toList();
            for (Driver other : others) {
                DriverManager.deregisterDriver(other);
            }
            DriverManager.registerDriver(new FaultyDriver());
            for (Driver other : others) {
                DriverManager.registerDriver(other);
            }
        } catch (SQLException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Not before they are needed: they enter themselves in the list of drivers, and have to come after this one. */
    private static final class Real {
        private static final Driver SQLITE = new org.sqlite.JDBC();
        private static final Driver POSTGRESQL = new org.postgresql.Driver();

        static Driver of(String url) {
            return url.startsWith("jdbc:sqlite:") ? SQLITE : POSTGRESQL;
        }
    }

    /** From now on, the statements of the database at this address. */
    static StatementFaults of(String url) {
        return BY_URL.computeIfAbsent(url, one -> new StatementFaults());
    }

    static void forget(String url) {
        BY_URL.remove(url);
    }

    private static @Nullable StatementFaults at(String url) {
        StatementFaults faults = BY_URL.get(url);
        Halt halt = Halt.at(url);
        return faults == null && halt != null ? new StatementFaults(halt) : faults;
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
        Connection connection = Real.of(url).connect(Halt.without(url), properties);
        return connection == null ? null : watched(Connection.class, connection, new OfConnection(connection, faults));
    }

    private static <T> T watched(Class<T> type, T real, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultyDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record OfConnection(Connection real, StatementFaults faults) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("commit")) {
                return struck(faults, "commit", real, real, method, arguments);
            }
            if (method.getName().equals("rollback")) {
                faults.done("rollback");
            }
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
            return struck(faults, sql == null ? "a batch" : sql, real.getConnection(), real, method, arguments);
        }
    }

    /** Calls it, unless it is struck before; what cuts the connection leaves nobody there to undo or to go on. */
    private static @Nullable Object struck(
            StatementFaults faults,
            String sql,
            Connection connection,
            Object real,
            Method method,
            Object @Nullable [] arguments)
            throws Throwable {
        When strike = faults.strike(sql);
        Object answer = strike == null || strike.isCarriedOut() ? call(real, method, arguments) : null;
        if (strike == null) {
            faults.done(sql);
            return answer;
        }
        if (strike.isCut()) {
            connection.abort(Runnable::run);
        }
        throw strike.error();
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
        return Real.of(url).getPropertyInfo(url, properties);
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
