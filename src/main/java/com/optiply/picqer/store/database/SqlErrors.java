package com.optiply.picqer.store.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the error of the database below those of the libraries. */
public final class SqlErrors {
    private static final String POSTGRESQL_UNIQUE_VIOLATION = "23505";
    private static final int SQLITE_CONSTRAINT = 19;

    private SqlErrors() {}

    /** The first error that bears a code; a failed batch, for one, bears none but has one below it. */
    public static Optional<SQLException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = below(cause)) {
            if (cause instanceof SQLException error && (error.getSQLState() != null || error.getErrorCode() != 0)) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }

    public static boolean isUniqueViolation(Throwable failure) {
        return in(failure)
                .filter(error -> POSTGRESQL_UNIQUE_VIOLATION.equals(error.getSQLState())
                        || error.getSQLState() == null && error.getErrorCode() == SQLITE_CONSTRAINT)
                .isPresent();
    }

    private static @Nullable Throwable below(Throwable failure) {
        if (failure instanceof SQLException error && error.getNextException() != null) {
            return error.getNextException();
        }
        return failure.getCause();
    }
}
