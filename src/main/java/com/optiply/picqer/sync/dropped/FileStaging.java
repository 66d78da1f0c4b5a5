package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.filedrop.ContentDigest;
import com.optiply.picqer.filedrop.FileTrouble;
import com.optiply.picqer.filedrop.TableReader;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.mapping.preference.PreferenceColumns;
import com.optiply.picqer.mapping.preference.PreferenceReason;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.RowOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a dropped file into the state, to its end, before anything of it is applied: what is wrong with the file as a
 * whole is told first, and rows that speak against each other have to be found. Memory does not grow with the file.
 * Thread-safe.
 */
final class FileStaging {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Limits LIMITS = new Limits(512L << 20, 2_000_000);

    private final Store store;
    private final Limits limits;

    FileStaging(Store store) {
        this(store, LIMITS);
    }

    FileStaging(Store store, Limits limits) {
        this.store = store;
        this.limits = limits;
    }

    /**
     * What a list may have at most, far beyond any shop's: the state and the answers take room on the disk for every
     * row.
     */
    record Limits(long bytes, long rows) {
        private static final String SPLIT = "Leave out the columns other than skuCode, supplierName and preferred, or"
                + " split the list into several files. Drop them one after the other.";

        void requireBytes(Path content) throws IOException {
            long size = Files.size(content);
            if (size > bytes) {
                throw refused("The file has %,d MB, and a list may have %,d.", size >> 20, bytes >> 20);
            }
        }

        void requireRows(long found) {
            if (found > rows) {
                throw refused("The file has more than %,d rows.", rows);
            }
        }

        private static TableRefusedException refused(String problem, Object... figures) {
            return new TableRefusedException(String.format(Locale.ENGLISH, problem, figures), SPLIT);
        }
    }

    /**
     * From then on its rows are in the state; what a reading that broke off has left there is read anew.
     *
     * @return whether that is so; not if somebody wrote to the file meanwhile: it is to be read again
     * @throws TableRefusedException when nothing of the file can be applied
     */
    boolean stage(DroppedFile file, Path content) throws IOException {
        try {
            requireNoLink(content);
            limits.requireBytes(content);
            return stage(file, content, ContentDigest.of(content));
        } catch (IOException unreadable) {
            throw FileTrouble.with(content, unreadable);
        }
    }

    /** What a link points at may be any file that this program can read, and not one that its owner can. */
    private static void requireNoLink(Path content) {
        if (Files.isSymbolicLink(content)) {
            throw new TableRefusedException(
                    "It is a link to another file, and links are not followed.", "Drop the list itself.");
        }
    }

    /** @param digest of what was in the file when its reading began */
    boolean stage(DroppedFile file, Path content, String digest) throws IOException {
        Counted counted;
        try {
            counted = readTwice(file, content, digest);
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

    /** What looks damaged may be an error of the disk in the middle of it, so that is not told by one look. */
    private Counted readTwice(DroppedFile file, Path content, String digest) throws IOException {
        try {
            return read(file, content, digest);
        } catch (TableRefusedException refused) {
            if (refused.getCause() == null) {
                throw refused;
            }
            return read(file, content, digest);
        }
    }

    private Counted read(DroppedFile file, Path content, String digest) throws IOException {
        requireNew(file, digest);
        store.saveDurably(tx -> tx.droppedRows().remove(file.id()));
        long rows = 0;
        long settled = 0;
        try (TableReader table = TableReader.open(content)) {
            PreferenceColumns columns = columns(table.header());
            StagedRows read = new StagedRows(file.id(), table, columns);
            for (List<DroppedRow> some = read.some(); !some.isEmpty(); some = read.some()) {
                List<DroppedRow> batch = some;
                rows += batch.size();
                limits.requireRows(rows);
                store.saveRelaxed(tx -> tx.droppedRows().add(batch));
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
                                + " order, and drop the file again.",
                        PreferenceColumns.problemAlone(header)));
    }

    private static void requireRows(long rows) {
        if (rows == 0) {
            throw new TableRefusedException(
                    "The file has its column names, and no row below them.",
                    "Add a row for each product, and drop the file again.");
        }
    }

    private void finish(DropId file, String digest, Counted counted) {
        store.saveDurably(tx -> {
            int several = tx.droppedRows().rejectSeveralWanted(file, PreferenceReason.TWO_SUPPLIERS.code());
            int contrary = tx.droppedRows().rejectContradictions(file, PreferenceReason.CONTRADICTION.code());
            tx.droppedFiles().staged(file, digest, counted.rows(), counted.settled() + several + contrary);
        });
    }
}
