package com.optiply.picqer.sync.dropped;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.ContentDigest;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.filedrop.FileTrouble;
import com.optiply.picqer.filedrop.RejectsTable;
import com.optiply.picqer.filedrop.TableReader;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.filedrop.TableRow;
import com.optiply.picqer.mapping.preference.PreferenceReason;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.OutcomeCount;
import com.optiply.picqer.store.row.RowOutcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the owner of a dropped file the answer: what became of its rows, the rows that were not taken in a table to be
 * corrected, and the file itself. A process that dies on the way leaves nothing half: it is done again. Thread-safe.
 */
final class FileAnswer {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Store store;

    FileAnswer(Store store) {
        this.store = store;
    }

    /** Into the folder {@code done}; where the result is. From then on the file is over. */
    Path give(DroppedFile file, DropFolders folders) throws IOException {
        String name = name(file, folders.done());
        Path content = content(file, folders);
        List<OutcomeCount> counts = store.read(tx -> tx.droppedRows().counts(file.id()));
        boolean isThere = DropFolders.isThere(content);
        boolean isRejecting = counts.stream().anyMatch(count -> count.outcome() == RowOutcome.REJECTED) && isThere;
        boolean isAsRead = !isThere || ContentDigest.of(content).equals(file.digest());
        String rejects = isRejecting ? rejects(file, content, folders, name, isAsRead) : null;
        Path part = folders.part(file.id().value(), file.name());
        writeWhole(part, DropFolders.result(folders.done(), name), () -> {
            try (BufferedWriter text = Files.newBufferedWriter(part, UTF_8)) {
                new AnswerText(store, file, counts).write(text, rejects, folders.in(), isAsRead);
            }
        });
        moveIfThere(
                folders.underWay(file.id().value(), file.name()), folders.done().resolve(name));
        boolean isAllWithheld = counts.stream().anyMatch(count -> count.outcome() == RowOutcome.WITHHELD);
        store.saveDurably(tx -> {
            tx.droppedFiles().state(file.id(), DropState.ANSWERED);
            tx.droppedRows().remove(file.id());
            tx.droppedPairs().remove(file.id());
            if (isAllWithheld) {
                tx.droppedFiles().forgetContent(file.id());
            }
        });
        return DropFolders.result(folders.done(), name);
    }

    /** Where the file is: under way, or in {@code done} already where a process died after it had moved it. */
    static Path content(DroppedFile file, DropFolders folders) throws IOException {
        Path underWay = folders.underWay(file.id().value(), file.name());
        return file.answer() == null || DropFolders.isThere(underWay)
                ? underWay
                : folders.done().resolve(file.answer());
    }

    /** Into the folder {@code failed}, since nothing of the file was applied; where the result is. */
    Path refuse(DroppedFile file, DropFolders folders, TableRefusedException why) throws IOException {
        String name = name(file, folders.failed());
        Path result = DropFolders.result(folders.failed(), name);
        String text = AnswerText.refusal(file, why);
        Path part = folders.part(file.id().value(), file.name());
        writeWhole(part, result, () -> Files.writeString(part, text, UTF_8));
        moveIfThere(
                folders.underWay(file.id().value(), file.name()),
                folders.failed().resolve(name));
        store.saveDurably(tx -> {
            tx.droppedFiles().state(file.id(), DropState.REFUSED);
            tx.droppedRows().remove(file.id());
        });
        return result;
    }

    /** Chosen once, so that an answer that is given again takes the place of the first. */
    private String name(DroppedFile file, Path folder) throws IOException {
        if (file.answer() != null) {
            return file.answer();
        }
        String free = DropFolders.freeName(folder, file.name(), promised(store, file.customer()));
        store.saveDurably(tx -> tx.droppedFiles().answer(file.id(), free));
        return free;
    }

    /** What lies in no folder yet, and will: an answer that could not be written is written later. */
    static Set<String> promised(Store store, CustomerName customer) {
        return store.read(tx -> tx.droppedFiles().open(customer)).stream()
                .map(DroppedFile::answer)
                .filter(Objects::nonNull)
                .flatMap(answer -> DropFolders.namesOf(answer).stream())
                .collect(toSet());
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (DropFolders.isThere(from)) {
            Files.move(from, to, REPLACE_EXISTING);
        }
    }

    /** What writes a file. */
    interface Writing {
        void write() throws IOException;
    }

    /** Nobody finds half an answer: it gets its name when it is written to its end. */
    static void writeWhole(Path part, Path file, Writing writing) throws IOException {
        try {
            if (Files.isSymbolicLink(part)) {
                Files.delete(part); // It would be written through.
            }
            writing.write();
            Files.move(part, file, ATOMIC_MOVE);
        } catch (IOException failed) {
            throw FileTrouble.with(file, failed);
        }
    }

    /** Null where somebody has made something of the file that is no list any more. */
    private @Nullable String rejects(DroppedFile file, Path content, DropFolders folders, String name, boolean isAsRead)
            throws IOException {
        try {
            return writeRejects(file, content, folders, name);
        } catch (TableRefusedException unreadable) {
            if (isAsRead) {
                throw FileTrouble.with(content, new IOException(root(unreadable).getMessage(), unreadable));
            }
            return null;
        } catch (IOException unreadable) {
            throw FileTrouble.with(content, unreadable);
        }
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    /** Reads the file once more, beside the outcomes of its rows, which come in the same order. */
    private String writeRejects(DroppedFile file, Path content, DropFolders folders, String name) throws IOException {
        try (TableReader table = TableReader.open(content)) {
            Path path = DropFolders.rejects(folders.done(), name, table.form());
            Path part = folders.part(file.id().value(), file.name());
            writeWhole(part, path, () -> writeRejects(file, table, part));
            return path.getFileName().toString();
        }
    }

    private void writeRejects(DroppedFile file, TableReader table, Path path) throws IOException {
        Outcomes outcomes = new Outcomes(file);
        try (RejectsTable rejects = new RejectsTable(path, table.form(), table.header())) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                DroppedRow outcome = outcomes.of(row.get());
                if (outcome != null && outcome.outcome() == RowOutcome.REJECTED) {
                    PreferenceReason reason = PreferenceReason.of(Objects.requireNonNull(outcome.reason()));
                    rejects.add(row.get(), reason.sentence(detail(outcome)), reason.advice());
                }
            }
        }
    }

    static String detail(DroppedRow row) {
        return row.detail() == null ? "" : row.detail();
    }

    /** The outcomes of a file's rows, some at a time. */
    private final class Outcomes {
        private final DroppedFile file;
        private final Deque<DroppedRow> some = new ArrayDeque<>();
        private long last;

        Outcomes(DroppedFile file) {
            this.file = file;
        }

        @Nullable
        DroppedRow of(TableRow row) {
            while (true) {
                if (some.isEmpty()) {
                    List<DroppedRow> page = store.read(tx -> tx.droppedRows().page(file.id(), last, ROWS_AT_ONCE));
                    if (page.isEmpty()) {
                        return null;
                    }
                    some.addAll(page);
                    last = page.get(page.size() - 1).number();
                }
                if (some.element().number() >= row.number()) {
                    return some.element().number() == row.number() ? some.remove() : null;
                }
                some.remove();
            }
        }
    }
}
