package com.optiply.picqer.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.filedrop.FileTrouble;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.OutcomeCount;
import com.optiply.picqer.store.row.RowOutcome;
import com.optiply.picqer.sync.dropped.AnswerText;
import com.optiply.picqer.sync.dropped.DropOrder;
import com.optiply.picqer.sync.dropped.DroppedWork;
import com.optiply.picqer.sync.dropped.StrayFiles;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does with one file what is done with a dropped one, and waits for the answer. The file itself stays where it is: a
 * copy goes the way of a dropped file. Beside a running service, the service applies it.
 */
public final class FileImport {
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(500);
    /** So often a service may leave the flow out, though none of it is under way, before it counts as off there. */
    private static final int LEFT_OUT_MAX = 5;

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(2);

    private final Engine engine;
    private final Store store;
    private final Path root;
    private final Clock clock = Clock.systemUTC();
    private final DroppedWork work;

    public FileImport(Engine engine, Installation installation) {
        this.engine = engine;
        this.store = engine.store();
        this.root = DropSettings.of(installation).root();
        this.work = new DroppedWork(store, root, clock);
    }

    /**
     * How it went.
     *
     * @param answer in words; empty when the file waits for a run that gets through
     * @param result where the answer lies as a file; null: nowhere
     * @param isWhole whether every row was taken
     * @param lastRun null when the file was refused as a whole
     * @param behind the name of an older list that has to be through first; null: there is none
     */
    public record Imported(
            String answer,
            @Nullable Path result,
            boolean isWhole,
            @Nullable RunResult lastRun,
            @Nullable String behind) {}

    /** @param progress is told from time to time how many rows of how many have their outcome */
    public Imported run(CustomerName customer, Path file, DropPurpose purpose, BiConsumer<Long, Long> progress)
            throws IOException, InterruptedException {
        DropFolders folders = new DropFolders(root, customer.value());
        DropId id = claim(customer, file, purpose, folders);
        try {
            read(found(id));
        } catch (TableRefusedException refused) {
            return refused(found(id), refused);
        } catch (IOException | RuntimeException | Error broken) {
            abandon(id, broken);
            throw broken;
        }
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        long every = PROGRESS_EVERY.toMillis();
        watch.scheduleAtFixedRate(() -> tell(id, progress), every, every, TimeUnit.MILLISECONDS);
        try {
            RunResult last = runUntilOver(customer, id);
            return imported(found(id), folders, last);
        } finally {
            watch.shutdownNow();
        }
    }

    /** Until it is read it is this command's: broken off, however that comes about, nothing of it is applied. */
    private DropId claim(CustomerName customer, Path file, DropPurpose purpose, DropFolders folders)
            throws IOException {
        // Before it has its number, which may be that of a stray one. Whose they are finds the answer in `failed`.
        new StrayFiles(store, root).putAside(customer, answer -> {});
        String name = file.getFileName().toString();
        Instant now = clock.instant();
        DropId id = store.durably(tx -> {
            DropId added = tx.droppedFiles().add(customer, name, purpose, now);
            tx.droppedFiles().due(added, DroppedFile.dueOnceRead(now), 0);
            return added;
        });
        boolean isCopied = false;
        try {
            folders.copy(file, id.value(), name);
            isCopied = true;
        } finally {
            if (!isCopied) {
                Files.deleteIfExists(folders.part(id.value(), name));
                store.saveDurably(tx -> tx.droppedFiles().remove(id));
            }
        }
        return id;
    }

    private void read(DroppedFile copied) throws IOException {
        if (work.stage(copied).isEmpty()) {
            throw new IOException("somebody wrote to the copy of " + copied.name() + " while it was read");
        }
    }

    private void abandon(DropId id, Throwable broken) {
        try {
            work.forget(found(id));
        } catch (IOException | RuntimeException stays) {
            broken.addSuppressed(stays); // it is forgotten later, as that of a command that was killed
        }
    }

    private void tell(DropId id, BiConsumer<Long, Long> progress) {
        DroppedFile file = found(id);
        progress.accept(file.settledCount(), file.rowCount());
    }

    /** Files that wait longer have their turn first; one run is for one file. */
    private @Nullable RunResult runUntilOver(CustomerName customer, DropId id) throws InterruptedException {
        for (int leftOut = 0; leftOut < LEFT_OUT_MAX; ) {
            List<RunResult> results = isUnderWay(customer)
                    ? List.of()
                    : new OneTimeRun(engine).run(customer, List.of(Flow.SUPPLIER_IMPORT));
            RunResult last = results.isEmpty() ? null : results.get(results.size() - 1);
            DroppedFile file = found(id);
            boolean isPutOff = file.dueAt().isAfter(clock.instant());
            if (file.isOver() || file.state() == DropState.APPLIED || isPutOff || behind(file) != null) {
                return last;
            }
            if (last != null && last.thrown() != null) {
                return last;
            }
            leftOut = last == null && !isUnderWay(customer) ? leftOut + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_AFTER.toMillis());
        }
        throw new InstallationException("The running service has the flow `" + Flow.SUPPLIER_IMPORT.code() + "` of "
                + customer + " off: start it again, so that it reads the file of the customer anew. The list waits in"
                + " the state, and it goes on with it by itself.");
    }

    /** Whether the process that works for the customer is at it now, with this file or with one before it. */
    private boolean isUnderWay(CustomerName customer) {
        Optional<String> holder = engine.leases().holderOf(customer);
        return store.read(tx -> tx.runs().last(customer, Flow.SUPPLIER_IMPORT.code()))
                .filter(run -> run.outcome() == Outcome.RUNNING)
                .filter(run -> holder.equals(Optional.of(run.holder())))
                .isPresent();
    }

    private @Nullable String behind(DroppedFile file) {
        List<DroppedFile> open = store.read(tx -> tx.droppedFiles().open(file.customer()));
        return DropOrder.waitsFor(file, open, clock.instant())
                .map(DroppedFile::name)
                .orElse(null);
    }

    private Imported imported(DroppedFile file, DropFolders folders, @Nullable RunResult last) throws IOException {
        if (file.purpose() == DropPurpose.PREVIEW && file.state() == DropState.APPLIED) {
            return previewed(file, folders, last);
        }
        if (file.state() == DropState.APPLIED) {
            work.answerHere(file);
        }
        DroppedFile now = found(file.id());
        if (!now.isOver()) {
            return new Imported("", null, false, last, behind(now));
        }
        Path result = DropFolders.result(
                folders.done(), Optional.ofNullable(now.answer()).orElse(now.name()));
        String text = read(result);
        return new Imported(text, result, !AnswerText.tellsOfRejections(text), last, null);
    }

    private static String read(Path answer) throws IOException {
        try {
            return Files.readString(answer, UTF_8);
        } catch (IOException unreadable) {
            throw FileTrouble.with(answer, unreadable);
        }
    }

    /** Of a preview nothing stays. */
    private Imported previewed(DroppedFile file, DropFolders folders, @Nullable RunResult last) throws IOException {
        List<OutcomeCount> counts = store.read(tx -> tx.droppedRows().counts(file.id()));
        StringBuilder text = new StringBuilder();
        new AnswerText(store, file, counts).write(text, null, folders.in(), true);
        work.forget(file);
        boolean isWhole = counts.stream().noneMatch(count -> count.outcome() == RowOutcome.REJECTED);
        return new Imported(text.toString(), null, isWhole, last, null);
    }

    private Imported refused(DroppedFile file, TableRefusedException why) throws IOException {
        String text = AnswerText.refusal(file, why);
        work.forget(file);
        return new Imported(text, null, false, null, null);
    }

    private DroppedFile found(DropId id) {
        return store.read(tx -> tx.droppedFiles().find(id))
                .orElseThrow(() -> new UncheckedIOException(new IOException("the dropped file " + id + " is gone")));
    }
}
