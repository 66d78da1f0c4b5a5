package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.filedrop.TableForm;
import com.optiply.picqer.filedrop.TableReader;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.filedrop.TableRow;
import com.optiply.picqer.mapping.preference.PreferenceColumns;
import com.optiply.picqer.mapping.preference.PreferenceReading;
import com.optiply.picqer.mapping.preference.PreferenceRejection;
import com.optiply.picqer.mapping.preference.PreferenceRow;
import com.optiply.picqer.mapping.preference.SwallowedRows;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.RowOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The rows of a dropped file as the state keeps them. Confined to one thread. */
final class StagedRows {
    private static final int ROWS_AT_ONCE = 1_000;

    private final DropId file;
    private final TableReader table;
    private final PreferenceColumns columns;
    /** Null: the table has no quotation marks that could be left open. */
    private final @Nullable SwallowedRows swallowed;

    StagedRows(DropId file, TableReader table, PreferenceColumns columns) {
        this.file = file;
        this.table = table;
        this.columns = columns;
        this.swallowed = table.form() instanceof TableForm.Csv csv
                ? new SwallowedRows(columns, table.header().size(), csv.separator())
                : null;
    }

    /** The next of them; none after the last. */
    List<DroppedRow> some() throws IOException {
        List<DroppedRow> rows = new ArrayList<>(ROWS_AT_ONCE);
        while (rows.size() < ROWS_AT_ONCE) {
            Optional<TableRow> next = table.next();
            if (next.isEmpty()) {
                return rows;
            }
            requireWhole(next.get());
            rows.add(row(next.get()));
        }
        return rows;
    }

    /** What is swallowed would be neither applied nor reported: better nothing of the file is applied. */
    private void requireWhole(TableRow row) {
        OptionalInt below = swallowed == null ? OptionalInt.empty() : swallowed.firstIn(row.cells());
        if (below.isPresent()) {
            long line = row.number();
            throw new TableRefusedException(
                    "The row in line " + line + " has swallowed the row in line " + (line + below.getAsInt())
                            + ": most likely a quotation mark (\") in line " + line + " is not closed.",
                    "Look at line " + line + " in a text editor, close or remove the quotation mark, and drop the file"
                            + " again. If all of it is the text of one cell, take the line breaks out of it.");
        }
    }

    private DroppedRow row(TableRow row) {
        PreferenceReading reading = PreferenceReading.of(
                row.cell(columns.sku()), row.cell(columns.supplier()), row.cell(columns.preferred()));
        PreferenceRejection rejection = reading.rejection();
        if (rejection != null) {
            return new DroppedRow(
                    file,
                    row.number(),
                    "",
                    "",
                    null,
                    RowOutcome.REJECTED,
                    rejection.reason().code(),
                    rejection.detail());
        }
        PreferenceRow read = Objects.requireNonNull(reading.row());
        long wanted = read.isPreferred() ? 1 : 0;
        return new DroppedRow(file, row.number(), read.sku(), read.supplier(), wanted, RowOutcome.OPEN, null, null);
    }
}
