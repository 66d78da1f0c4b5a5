package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.OutcomeCount;
import com.optiply.picqer.store.row.RowOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is done with a dropped file as a whole, from when it was claimed until it is answered. Thread-safe. */
public final class DroppedWork {
    private static final Duration PUT_OFF = Duration.ofMinutes(1);
    private static final Duration PUT_OFF_LONGER = Duration.ofMinutes(5);
    /** So long the file of a row may lack: whoever claimed it is about to move it, or died before. */
    private static final Duration CLAIMED_AT_MOST = Duration.ofMinutes(10);

    /** So long a command on another machine, which has the file, may take to answer it. */
    private static final Duration ANSWERED_ELSEWHERE = Duration.ofDays(1);

    private static final Duration PREVIEW_AT_MOST = Duration.ofDays(1);
    /** So long a command may take to read its file; whose command is silent for longer was broken off. */
    private static final Duration READ_AT_MOST = Duration.ofHours(1);

    private final Store store;
    private final Path root;
    private final Clock clock;

    /** @param root of the folders of all customers */
    public DroppedWork(Store store, Path root, Clock clock) {
        this.store = store;
        this.root = root;
        this.clock = clock;
    }

    public DropFolders folders(DroppedFile file) {
        return new DropFolders(root, file.customer().value());
    }

    private Path content(DroppedFile file) {
        return folders(file).underWay(file.id().value(), file.name());
    }

    /** The oldest file that is due, and waits for no older list. */
    public Optional<DroppedFile> next(CustomerName customer, Predicate<DroppedFile> isToDo) throws IOException {
        new DropFolders(root, customer.value()).requireNoLinks();
        forgetAbandoned(customer);
        List<DroppedFile> open = store.read(tx -> tx.droppedFiles().open(customer)).stream()
                .filter(isToDo)
                .toList();
        for (DroppedFile file : DropOrder.due(open, clock.instant())) {
            if (isThere(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** A file that was never moved, or half copied, is still where it was: it will be claimed anew. */
    private boolean isThere(DroppedFile file) throws IOException {
        if (file.state() != DropState.CLAIMED || DropFolders.isThere(content(file))) {
            return true;
        }
        if (isOlderThan(file, CLAIMED_AT_MOST) && folders(file).isInReach()) {
            Files.deleteIfExists(folders(file).part(file.id().value(), file.name()));
            store.saveDurably(tx -> tx.droppedFiles().remove(file.id()));
        }
        return false;
    }

    private boolean isOlderThan(DroppedFile file, Duration age) {
        return file.claimedAt().plus(age).isBefore(clock.instant());
    }

    /** What a command was ended over: before it had read its file, or had shown what it was to show. */
    private void forgetAbandoned(CustomerName customer) throws IOException {
        List<DroppedFile> old = store.read(tx -> tx.droppedFiles().open(customer)).stream()
                .filter(file -> file.isWithItsCommand() && isOlderThan(file, READ_AT_MOST)
                        || file.purpose() == DropPurpose.PREVIEW && isOlderThan(file, PREVIEW_AT_MOST))
                .toList();
        for (DroppedFile file : old) {
            forget(file);
        }
    }

    /** Nothing of it stays, neither in the folders nor in the state. */
    public void forget(DroppedFile file) throws IOException {
        Files.deleteIfExists(content(file));
        Files.deleteIfExists(folders(file).part(file.id().value(), file.name()));
        store.saveDurably(tx -> {
            tx.droppedRows().remove(file.id());
            tx.droppedPairs().remove(file.id());
            tx.droppedFiles().remove(file.id());
        });
    }

    /** Reads a claimed file into the state; empty where somebody still writes to it: it is read anew later. */
    public Optional<DroppedFile> stage(DroppedFile file) throws IOException {
        if (!new FileStaging(store).stage(file, content(file))) {
            return Optional.empty();
        }
        return store.read(tx -> tx.droppedFiles().find(file.id()));
    }

    /** The answer to a file that is no list: where it is. */
    public Path refuse(DroppedFile file, TableRefusedException why) throws IOException {
        return new FileAnswer(store).refuse(file, folders(file), why);
    }

    /** The answer to a file of which every row has its outcome: where it is; empty where rows are open. */
    public Optional<Path> answer(DroppedFile file) throws IOException {
        List<OutcomeCount> counts = store.read(tx -> tx.droppedRows().counts(file.id()));
        boolean isOpen = counts.stream()
                .anyMatch(count -> count.outcome() == RowOutcome.OPEN || count.outcome() == RowOutcome.UNDER_WAY);
        if (isOpen) {
            return Optional.empty();
        }
        boolean isHere = DropFolders.isThere(FileAnswer.content(file, folders(file)));
        if (file.purpose() == DropPurpose.PREVIEW || !isHere && !isOlderThan(file, ANSWERED_ELSEWHERE)) {
            // The command that asked has the file, and gives the answer. Told so of any other file, it would give one
            // beside this process, from rows that are gone by then.
            store.saveDurably(tx -> tx.droppedFiles().state(file.id(), DropState.APPLIED));
            return Optional.empty();
        }
        DroppedFile applied =
                store.read(tx -> tx.droppedFiles().find(file.id())).orElseThrow();
        return Optional.of(answerHere(applied));
    }

    /** The answer to a file that is through, from the process that has the file: where it is. */
    public Path answerHere(DroppedFile applied) throws IOException {
        return new FileAnswer(store).give(applied, folders(applied));
    }

    /**
     * Puts off a file that is not through.
     *
     * @param isTried whether every row was tried; else the run broke off, and that is no row's fault
     */
    public void putOff(DroppedFile file, boolean isTried) {
        store.saveDurably(tx -> {
            DroppedFile now = tx.droppedFiles().find(file.id()).orElse(file);
            if (!now.isOver()) {
                boolean isFresh = now.attempts() == 0 && !isOlderThan(file, PUT_OFF_LONGER);
                Duration wait = isFresh ? PUT_OFF : PUT_OFF_LONGER;
                tx.droppedFiles().due(file.id(), clock.instant().plus(wait), isTried ? 1 : 0);
            }
        });
    }
}
