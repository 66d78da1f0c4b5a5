package com.optiply.picqer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Finds out once for each statement which of its columns is which component of a record. The library asks anew whenever
 * the statement is executed, which takes longer than to read the few rows that most of them have. Thread-safe.
 *
 * @param <T> the record
 */
final class KnownColumns<T> implements RowMapper<T> {
    private final RowMapper<T> mapper;
    private final Map<String, RowMapper<T>> bySql = new ConcurrentHashMap<>();

    private KnownColumns(RowMapper<T> mapper) {
        this.mapper = mapper;
    }

    static <T> KnownColumns<T> of(Class<T> row) {
        return new KnownColumns<>(ConstructorMapper.of(row));
    }

    @Override
    public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
        RowMapper<T> known = bySql.get(context.getRawSql());
        if (known != null) {
            return known;
        }
        RowMapper<T> found = mapper.specialize(rows, context);
        bySql.put(context.getRawSql(), found);
        return found;
    }

    @Override
    public T map(ResultSet rows, StatementContext context) throws SQLException {
        return mapper.map(rows, context);
    }
}
