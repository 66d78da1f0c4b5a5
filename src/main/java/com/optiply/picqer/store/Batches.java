package com.optiply.picqer.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows written by one statement in one trip to the database. */
final class Batches {
    private Batches() {}

    static void write(Handle handle, String statement, List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(statement)) {
            rows.forEach(row -> batch.bindMethods(row).add());
            batch.execute();
        }
    }
}
