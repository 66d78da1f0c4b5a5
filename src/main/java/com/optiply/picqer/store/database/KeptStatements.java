package com.optiply.picqer.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.CloseException;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;

/**
 * Prepares a statement once for as long as its connection lives. PostgreSQL's driver does so by itself, SQLite's does
 * not: to understand the same hundred parameters again for every page took a twentieth of the processor time of a sync
 * without changes.
 *
 * <p>Each connection has its own, and like it they are used by one thread at a time.
 */
final class KeptStatements implements StatementBuilderFactory {
    private final Map<Connection, OfConnection> byConnection = new ConcurrentHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection pooled) {
        Connection connection = driversOwn(pooled);
        OfConnection known = byConnection.get(connection);
        if (known != null) {
            return known;
        }
        byConnection.keySet().removeIf(KeptStatements::isClosed);
        return byConnection.computeIfAbsent(connection, OfConnection::new);
    }

    /** What the pool lends closes its statements when it is given back. */
    private static Connection driversOwn(Connection pooled) {
        try {
            return pooled.unwrap(Connection.class);
        } catch (SQLException e) {
            throw new UnableToCreateStatementException(e, null);
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Those that nobody uses at the moment: the same SQL within itself gets a second statement. */
    private static final class OfConnection extends DefaultStatementBuilder {
        /** More than there are different ones; the one that was not used for longest goes first. */
        private static final int KEPT_MAX = 200;

        private static final float LOAD_FACTOR = 0.75f;

        private final Connection connection;
        private final Map<Statement, Use> used = new IdentityHashMap<>();
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(KEPT_MAX, LOAD_FACTOR, true);

        OfConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public PreparedStatement create(Connection pooled, String sql, StatementContext context) throws SQLException {
            PreparedStatement kept = idle.remove(sql);
            PreparedStatement statement = kept != null ? kept : super.create(connection, sql, context);
            used.put(statement, new Use(sql, context));
            return statement;
        }

        /**
         * One that failed may still hold on to what it had begun to read, so it is not used again.
         *
         * @param template the SQL as it was written, with names for parameters: not what was prepared
         */
        @Override
        public void close(Connection pooled, String template, Statement statement) throws SQLException {
            Use use = used.remove(statement);
            if (statement instanceof PreparedStatement prepared && use != null && use.canBeRepeated()) {
                prepared.clearParameters();
                keep(use.sql(), prepared);
            } else {
                super.close(pooled, template, statement);
            }
        }

        /** When the connection is given back: Jdbi leaves a statement that failed to whoever lent the connection. */
        @Override
        public void close(Connection pooled) {
            used.keySet().forEach(OfConnection::closeFailed);
            used.clear();
        }

        private static void closeFailed(Statement statement) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new CloseException("A statement that failed cannot be closed.", e);
            }
        }

        private void keep(String sql, PreparedStatement prepared) throws SQLException {
            PreparedStatement second = idle.put(sql, prepared);
            if (second != null) {
                second.close();
            }
            if (idle.size() > KEPT_MAX) {
                Iterator<PreparedStatement> oldest = idle.values().iterator();
                oldest.next().close();
                oldest.remove();
            }
        }
    }

    /** What a statement is being used for. */
    private record Use(String sql, StatementContext context) {
        /** SQLite may carry a pragma out while it prepares it, so one that is kept might do nothing. */
        private static final String PRAGMA = "pragma ";

        boolean canBeRepeated() {
            boolean hasSucceeded = context.getCompletionMoment() != null && context.getExceptionMoment() == null;
            return hasSucceeded && !sql.startsWith(PRAGMA);
        }
    }
}
