package com.optiply.picqer.sync;

import com.optiply.picqer.filedrop.ContentDigest;
import com.optiply.picqer.filedrop.TableReader;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.filedrop.TableRow;
import com.optiply.picqer.mapping.PreferenceColumns;
import com.optiply.picqer.mapping.PreferenceReading;
import com.optiply.picqer.mapping.PreferenceReason;
import com.optiply.picqer.mapping.PreferenceRejection;
import com.optiply.picqer.mapping.PreferenceRow;
import com.optiply.picqer.store.DropId;
import com.optiply.picqer.store.DropPurpose;
import com.optiply.picqer.store.DroppedFile;
import com.optiply.picqer.store.DroppedRow;
import com.optiply.picqer.store.RowOutcome;
import com.optiply.picqer.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a dropped file into the state, to its end, before anything of it is applied: what is wrong with the file as a
 * whole is told first, and rows that speak against each other have to be found. Memory does not grow with the file.
 * Thread-safe.
 */
public final class FileStaging {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Store store;

    public FileStaging(Store store) {
        this.store = store;
    }

    /**
     * From then on its rows are in the state; what a reading that broke off has left there is read anew.
     *
     * @return whether that is so; not if somebody wrote to the file meanwhile: it is to be read again
     * @throws TableRefusedException when nothing of the file can be applied
     */
    public boolean stage(DroppedFile file, Path content) throws IOException {
        return stage(file, content, ContentDigest.of(content));
    }

    /** @param digest of what was in the file when its reading began */
    boolean stage(DroppedFile file, Path content, String digest) throws IOException {
        Counted counted;
        try {
            counted = read(file, content, digest);
        } catch (TableRefusedException refused) {
            if (isStill(content, digest)) {
                throw refused;
            }
            return false; // half a workbook is a damaged one
        }
        if (!isStill(content, digest)) {
            return false;
        }
        finish(file.id(), digest, counted);
        return true;
    }

    private record Counted(long rows, long settled) {}

    private static boolean isStill(Path content, String digest) throws IOException {
        return ContentDigest.of(content).equals(digest);
    }

    private Counted read(DroppedFile file, Path content, String digest) throws IOException {
        requireNew(file, digest);
        store.saveDurably(tx -> tx.droppedRows().remove(file.id()));
        long rows = 0;
        long settled = 0;
        try (TableReader table = TableReader.open(content)) {
            PreferenceColumns columns = columns(table.header());
            for (List<DroppedRow> some = some(file.id(), table, columns);
                    !some.isEmpty();
                    some = some(file.id(), table, columns)) {
                List<DroppedRow> batch = some;
                store.saveRelaxed(tx -> tx.droppedRows().add(batch));
                rows += batch.size();
                settled += batch.stream()
                        .filter(row -> row.outcome() != RowOutcome.OPEN)
                        .count();
            }
        }
        requireRows(rows);
        return new Counted(rows, settled);
    }

    private void requireNew(DroppedFile file, String digest) {
        if (file.purpose() != DropPurpose.APPLY) {
            return;
        }
        Optional<DroppedFile> same = store.read(tx -> tx.droppedFiles().sameContent(file.customer(), digest));
        if (same.isPresent()) {
            throw new TableRefusedException(
                    "The same content was applied before: as " + same.get().name() + ", dropped on "
                            + DAY_AND_TIME.format(same.get().claimedAt()) + ".",
                    "Nothing, if that is what you want. To apply it once more, change something in the list and drop"
                            + " it again; or have this typed where the program runs: import " + file.customer()
                            + " FILE --force");
        }
    }

    private static PreferenceColumns columns(List<String> header) {
        return PreferenceColumns.in(header)
                .orElseThrow(() -> new TableRefusedException(
                        PreferenceColumns.problem(header).orElseThrow(),
                        "Name the columns skuCode, supplierName and preferred in the first row, once each and in any"
                                + " order, and drop the file again."));
    }

    private static void requireRows(long rows) {
        if (rows == 0) {
            throw new TableRefusedException(
                    "The file has its column names, and no row below them.",
                    "Add a row for each product, and drop the file again.");
        }
    }

    private static List<DroppedRow> some(DropId file, TableReader table, PreferenceColumns columns) throws IOException {
        List<DroppedRow> rows = new ArrayList<>(ROWS_AT_ONCE);
        while (rows.size() < ROWS_AT_ONCE) {
            Optional<TableRow> next = table.next();
            if (next.isEmpty()) {
                return rows;
            }
            rows.add(row(file, next.get(), columns));
        }
        return rows;
    }

    private static DroppedRow row(DropId file, TableRow row, PreferenceColumns columns) {
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

    private void finish(DropId file, String digest, Counted counted) {
        store.saveDurably(tx -> {
            int several = tx.droppedRows().rejectSeveralWanted(file, PreferenceReason.TWO_SUPPLIERS.code());
            int contrary = tx.droppedRows().rejectContradictions(file, PreferenceReason.CONTRADICTION.code());
            tx.droppedFiles().staged(file, digest, counted.rows(), counted.settled() + several + contrary);
        });
    }
}
